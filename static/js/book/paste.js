// What is pasted from Word or a mail becomes lines: the text alone, with its levels.
import { speakerOf, asTyped } from "./typing.js";

const BULLET = /^(?:[-–—*•·●○◦▪■o§]|(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})\))\s+/u;
const BLOCKS = /^(P|DIV|LI|H[1-6]|BLOCKQUOTE|TR|DT|DD|PRE)$/;
const words = (text) => text.replace(/[ \t\u00a0\u200b]+/g, " ").trim();

// Rows of { depth, text } as they stand in the HTML of the clipboard.
export function fromHtml(html) {
  const page = new DOMParser().parseFromString(unstyled(html), "text/html"); // nothing in it runs or is shown
  for (const gone of page.querySelectorAll("script, style, head, template, del, [data-style*='mso-list:Ignore' i], [data-style*='display:none' i]")) gone.remove();
  const rows = [];
  let open = null;
  const begin = (depth) => { open = { depth, text: "" }; rows.push(open); };
  const walk = (node, depth) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/\s+/g, " ");
      if (!open && !text.trim()) return;
      if (!open) begin(depth);
      open.text += text;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.tagName === "BR") { open = null; return; }
    const isList = /^(UL|OL)$/.test(node.tagName);
    const level = isList && node.parentElement?.closest("ul, ol") ? depth + 1 : depth;
    if (BLOCKS.test(node.tagName)) { open = null; begin(levelOf(node, level)); }
    for (const child of node.childNodes) walk(child, level);
    if (node.tagName === "TD") { if (open) open.text += " "; } else if (isList || BLOCKS.test(node.tagName)) open = null;
  };
  walk(page.body, 0);
  return tidy(rows);
}

// Styles tell the levels in Word; as attributes of their own they are not styles any more.
const unstyled = (html) => html.replace(/<style[\s\S]*?<\/style>/gi, "").replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, " data-style="));

// Word says the level of a paragraph in its style, Google and Outlook in an attribute.
function levelOf(node, depth) {
  const word = /mso-list:[^;]*level(\d)/i.exec(node.dataset.style ?? "");
  if (word) return Number(word[1]) - 1;
  const level = Number(node.getAttribute("aria-level"));
  return level ? level - 1 : depth;
}

// Rows of { depth, text } in plain text: tabs, spaces and numbers tell the level.
export function fromText(text) {
  const rows = text.split(/\r\n?|\n/).filter((row) => row.trim()).map((row) => {
    const indent = /^[ \t]*/.exec(row)[0].replace(/\t/g, "    ").length;
    return { indent, text: row.trim() };
  });
  const steps = [...new Set(rows.map((row) => row.indent))].sort((one, other) => one - other);
  return tidy(rows.map((row) => ({ depth: steps.indexOf(row.indent), text: row.text })));
}

// Without bullets and numbers, without empty rows, and no level left out.
function tidy(rows) {
  let last = -1;
  return rows.map((row) => ({ ...row, text: words(row.text) })).filter((row) => row.text.replace(BULLET, "")).map((row) => {
    const number = /^(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+/.exec(row.text);
    const depth = Math.min(row.depth || (number ? number[1].split(".").length - 1 : 0), last + 1);
    last = depth;
    return { depth, text: row.text.replace(number?.[0] ?? BULLET, "") };
  });
}

export function pasted(book, line, event) {
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  const rows = html ? fromHtml(html) : fromText(text);
  if (rows.length < 2) {
    if (rows.length !== 1 || (!html && !/[\r\n]/.test(text) && !line.text === false)) return;
    event.preventDefault();
    document.execCommand("insertText", false, rows[0].text);
    return;
  }
  event.preventDefault();
  book.undo.pause();
  book.undo.step(() => put(book, line, rows));
  book.flushAll();
  book.outbox.sendSoon();
}

function put(book, line, rows) {
  const { edit } = book;
  const level = line.depth;
  const parts = rows.map((row) => ({ ...row, ...speakerOf(row.text, book.words) }));
  const fields = (row) => (row.speaker ? { text: row.text, speaker: row.speaker, typed: asTyped(row) } : { text: row.text });
  const { selectionStart: from, selectionEnd: to } = line.field;
  const rest = line.text.slice(to);
  const first = parts.shift();
  if (line.text.trim()) edit.set(line, { text: line.text.slice(0, from) + first.text });
  else edit.set(line, fields(first));
  book.flush(line);
  let last = line;
  for (const row of parts) {
    last = edit.insert(book.rows.indexOf(last), level + row.depth, fields(row));
    book.flush(last);
  }
  const caret = last.text.length;
  if (rest.trim()) edit.set(last, { text: `${last.text}${rest}` });
  book.focus(last, caret);
}
