// What somebody means who types a line in haste. The server reads lines the same way
// (meetings/typing.py); tests/meetings/typing.json holds both to the same cases.
const SPEAKER = /^([\p{L}\p{Nl}\p{No}][\p{L}\p{N}_.'’ -]{0,59}?)(?: *\(([\p{L}\p{N}_.-]{1,16})\))? *: +(?=\S)/u;
const INITIALS = /^[A-Z]{2,3}$/;

const same = (one, other) => one.toLowerCase() === other.toLowerCase();

const byInitials = (said, people) => people.find((one) => one.initials && same(one.initials, said));

// The label to print for what was said, or null: then it is no speaker.
const label = (said, { people, labels }) =>
  byInitials(said, people)?.initials ??
  people.find((one) => one.name && same(one.name, said))?.name ??
  labels.find((one) => same(one, said)) ??
  (INITIALS.test(said) ? said : null);

// `words` are { kinds, labels, people }, as the server gives them.
export function parse(typed, words) {
  let text = typed.includes("\n") ? typed.trim() : typed.split(/\s+/).filter(Boolean).join(" ");
  if (text.startsWith("\\")) return { text: text.slice(1).trimStart(), kind: null, speaker: null, hidden: null };
  const letters = Object.keys(words.kinds).join("");
  const prefix = new RegExp(`^([${letters}]) +(?=\\S)`).exec(text);
  if (prefix) text = text.slice(prefix[0].length);
  return { kind: prefix ? words.kinds[prefix[1]] : null, ...speakerOf(text, words) };
}

// The speaker at the start of a text: what is printed, and the initials of who is behind it.
export function speakerOf(text, words) {
  const found = SPEAKER.exec(text);
  const said = found && label(found[1].trim(), words);
  const behind = found?.[2] && byInitials(found[2], words.people);
  if (!said || (found[2] && !behind)) return { text, speaker: null, hidden: null };
  return { text: text.slice(found[0].length), speaker: said, hidden: behind?.initials ?? null };
}

// The speaker as one would type it: JB, or Member (JB).
export const asTyped = ({ speaker, hidden }) => (hidden && hidden !== speaker ? `${speaker} (${hidden})` : speaker);
