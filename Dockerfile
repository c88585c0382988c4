# One image per app, from one build. Node runs the TypeScript of the workspace as it is; only the site is built.
FROM node:24-slim AS base
RUN npm install --global pnpm@12.21.0
WORKDIR /coliseum

FROM base AS fetched
COPY pnpm-lock.yaml pnpm-workspace.yaml ./
RUN pnpm fetch

FROM fetched AS site
COPY . .
RUN pnpm install --offline --frozen-lockfile
RUN pnpm --filter @coliseum/web build

FROM fetched AS production
COPY . .
RUN pnpm install --offline --frozen-lockfile --prod

FROM node:24-slim AS runtime
ENV NODE_ENV=production
WORKDIR /coliseum
COPY --from=production /coliseum ./
USER node

FROM runtime AS worker
CMD ["node", "apps/worker/src/main.ts"]

FROM runtime AS api
EXPOSE 4000
CMD ["node", "apps/api/src/main.ts"]

FROM runtime AS web
COPY --from=site --chown=node:node /coliseum/apps/web/.next ./apps/web/.next
WORKDIR /coliseum/apps/web
EXPOSE 3000
CMD ["node", "node_modules/next/dist/bin/next", "start", "--hostname", "0.0.0.0", "--port", "3000"]
