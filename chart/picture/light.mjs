// The light colours of style/tokens.css, written out: a picture travels to
// white pages whatever the reader's screen is set to. picture.test.mjs checks
// them against the tokens.
export const light = {
  "c-paper": "#fcfbf8",
  "c-ink": "#1b1f24",
  "c-muted": "#5c636b",
  "c-rule": "#d9d6cf",
  "c-context": "#8d8779",
  "c-1": "#12436d",
  "c-2": "#1a7a72",
  "c-3": "#801650",
  "c-4": "#bb4815",
  "c-5": "#3d3d3d",
  "c-6": "#7a58b5",
  "c-mine": "#c4321c",
  equal: "#1c6b52",
  caution: "#8a5a00",
  unequal: "#a3271a",
  "step-1": "#dfe8ef",
  "step-2": "#b3cadd",
  "step-3": "#7fa5c3",
  "step-4": "#467aa3",
  "step-5": "#12436d",
  "on-step": "#1b1f24",
  "on-strong": "#fff",
};

/** The sentinels of colours.json that are not the light colour itself. */
const sentinels = { "#b3ada3": "c-context", "#28a197": "c-2", "#f46a25": "c-4", "#a285d1": "c-6" };

/** Colours of a chart as they are, for svg.mjs. */
export const literal = (value) => ({ value: light[sentinels[value.toLowerCase()]] ?? value });

export const signColour = { "=": light.equal, "≈": light.caution, "≠": light.unequal };
