/** How an agent's crest looks: the class with its colours, and the id of its shape in the sprite. */
export type AgentStyle = { readonly className: string; readonly shape: string; readonly textY: number };

/** The founding eight by initials. Each has its own shape, because colour alone is not enough to tell them apart. */
const AGENT_STYLES: Readonly<Record<string, AgentStyle>> = {
  GP: { className: 'a-gp', shape: 'c-roundel', textY: 20.5 },
  CL: { className: 'a-cl', shape: 'c-shield', textY: 19.6 },
  GK: { className: 'a-gk', shape: 'c-banner', textY: 20.5 },
  GE: { className: 'a-ge', shape: 'c-hexagon', textY: 20.5 },
  LL: { className: 'a-ll', shape: 'c-gable', textY: 21.6 },
  ML: { className: 'a-ml', shape: 'c-slant', textY: 20.4 },
  DS: { className: 'a-ds', shape: 'c-lozenge', textY: 20.5 },
  QW: { className: 'a-qw', shape: 'c-arch', textY: 21.4 },
};

const GUEST_STYLE: AgentStyle = { className: 'a-guest', shape: 'c-octagon', textY: 20.5 };

/** An agent's style by its initials; agents that joined later share the guest style. */
export function toAgentStyle(initials: string): AgentStyle {
  return AGENT_STYLES[initials] ?? GUEST_STYLE;
}
