// What stands at the start of a line and is no part of its words: the letter of a kind, a speaker.
import { asTyped, speakerOf } from "./typing.js";

// A prefix becomes what it says; one step back in undo makes it letters again.
export function takeOff(book, line, length, fields) {
  const { kind, ...rest } = fields;
  book.complete.close();
  book.undo.pause();
  book.undo.step(() => {
    book.edit.set(line, { text: line.text.slice(length), ...rest });
    if (kind) book.edit.kind(line, kind);
  });
  line.field.setSelectionRange(0, 0);
}

export function speaker(book, line, length) {
  const said = line.text.slice(0, length).trim();
  const found = speakerOf(`${said} x`, book.words);
  if (found.speaker && found.text === "x") named(book, line, found, length);
}

export function named(book, line, found, length) {
  const behind = found.hidden && book.words.people.find((one) => one.initials === found.hidden)?.name;
  const one = behind ?? book.words.people.find((some) => some.initials === found.speaker || some.name === found.speaker)?.name ?? null;
  takeOff(book, line, length, { speaker: found.speaker, typed: asTyped(found), was: one });
}
