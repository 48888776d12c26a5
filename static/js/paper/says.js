// How far the paper is saved, in words with an icon. Only changes of state are read aloud.
import { icon } from "../book/dom.js";
import { signInLink } from "../post.js";

const ICONS = {
  ok: "M5 12.5l4.5 4.5L19 7.5",
  saving: "M12 7v5l3 2M20.5 12a8.5 8.5 0 1 1-17 0 8.5 8.5 0 0 1 17 0",
  wait: "M12 4l9 16H3zM12 10v4M12 17v.1",
  stop: "M12 4l9 16H3zM12 10v4M12 17v.1",
};
const number = (n) => `${n} section${n === 1 ? "" : "s"}`;

export function sentence({ saving, way, waiting, asks }) {
  if (way === "sign-in") return ["stop", "Not yet saved: sign in again, it is kept here"];
  if (asks) return ["stop", `Two texts: ${number(asks)} ask${asks === 1 ? "s" : ""} you`];
  if (way === "offline" && waiting) return ["wait", `Not yet saved (${waiting}): no network. Keep this page open`];
  if (saving) return ["saving", "Saving…"];
  if (waiting) return ["saving", `Not yet saved (${waiting})`];
  return ["ok", `Saved ${new Date().toTimeString().slice(0, 5)}`];
}

let last = "";
export function show(place, now) {
  const [tone, words] = sentence(now);
  if (words === last) return;
  last = words;
  const said = document.createElement("span");
  said.className = `de-save de-save--${tone}`;
  said.append(icon(ICONS[tone]), words);
  place.replaceChildren(said);
  if (now.way === "sign-in") place.append(" ", signInLink());
}
