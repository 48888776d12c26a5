// Elements without markup in strings: what is shown of the minutes is always text.
export function make(tag, attributes = {}, ...inside) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...inside.filter((one) => one !== null && one !== undefined && one !== false));
  return element;
}

export const key = (name) => make("kbd", { class: "de-kbd" }, name);
export const say = (element, words) => { if (element.textContent !== words) element.textContent = words; };

// A drawing of one line, beside words that say the same.
export function icon(drawn) {
  const [svg, path] = ["svg", "path"].map((tag) => document.createElementNS("http://www.w3.org/2000/svg", tag));
  for (const [name, value] of [["class", "de-icon"], ["viewBox", "0 0 24 24"], ["aria-hidden", "true"]]) svg.setAttribute(name, value);
  path.setAttribute("d", drawn);
  svg.append(path);
  return svg;
}
