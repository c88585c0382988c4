# One image per app, from one fetch. Node runs the TypeScript of the workspace as it is; only the site is built.
# Base images are pinned by digest; docs/runbooks/containers.md says how to move a pin.
FROM node:24-slim@sha256:0e0ff40c39bc087845bfb27465a0df4ea419520094bc35842ff83dd8cbe6f9b6 AS base
WORKDIR /coliseum

FROM base AS fetched
RUN npm install --global pnpm@12.21.0
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
# The store alone is wanted: what fetching leaves in the folder would stay in every image.
RUN pnpm fetch && rm -rf node_modules
COPY . .

FROM fetched AS site-files
ENV NEXT_OUTPUT=standalone NEXT_TELEMETRY_DISABLED=1
RUN pnpm install --offline --frozen-lockfile --filter @coliseum/web...
RUN pnpm --filter @coliseum/web build

FROM fetched AS worker-files
RUN pnpm install --offline --frozen-lockfile --prod --filter-prod @coliseum/worker...

FROM fetched AS api-files
RUN pnpm install --offline --frozen-lockfile --prod --filter-prod @coliseum/api...

FROM base AS runtime
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Coliseum" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="MIT"
ENV NODE_ENV=production
# A volume that is mounted here belongs to the user of the apps.
RUN mkdir /dataset && chown node:node /dataset
USER node

FROM runtime AS worker
# Trials have a database of their own below the data folder; the root is read-only.
ENV ARENA_COMMAND=arena COLISEUM_DATA_DIR=/tmp/coliseum
COPY --from=worker-files /coliseum ./
USER root
RUN ln -s /coliseum/apps/worker/src/cli/main.ts /usr/local/bin/arena
USER node
EXPOSE 4100
CMD ["node", "apps/worker/src/main.ts"]

FROM runtime AS api
ENV ARENA_COMMAND=arena
COPY --from=api-files /coliseum ./
EXPOSE 4000
# Less memory for thousands of live connections; apps/launcher/src/process-specs.ts says why.
CMD ["node", "--max-semi-space-size=4", "apps/api/src/main.ts"]

FROM runtime AS web
ENV HOSTNAME=0.0.0.0 PORT=3000 NEXT_TELEMETRY_DISABLED=1
COPY --from=site-files /coliseum/apps/web/.next/standalone ./
COPY --from=site-files /coliseum/apps/web/.next/static ./apps/web/.next/static
COPY --from=site-files /coliseum/apps/web/public ./apps/web/public
EXPOSE 3000
CMD ["node", "apps/web/server.js"]

FROM caddy:2-alpine@sha256:5f5c8640aae01df9654968d946d8f1a56c497f1dd5c5cda4cf95ab7c14d58648 AS proxy
ARG VERSION=0.1.0
LABEL org.opencontainers.image.title="Coliseum proxy" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="MIT"
# A copy has no file capabilities: with them the program would not start where all capabilities are dropped.
RUN cp /usr/bin/caddy /usr/bin/caddy-plain && mv /usr/bin/caddy-plain /usr/bin/caddy && chown -R 1000:1000 /data /config
COPY deployment/Caddyfile /etc/caddy/Caddyfile
USER 1000:1000
EXPOSE 8080 8443
CMD ["caddy", "run", "--config", "/etc/caddy/Caddyfile", "--adapter", "caddyfile"]
