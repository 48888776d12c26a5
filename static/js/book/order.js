// Lines in an order, some under others: rows with a key and a depth, read from the top (pure).

export const indexOf = (rows, key) => rows.findIndex((row) => row.key === key);

// Behind the last row under the one at `at`.
export function blockEnd(rows, at) {
  let end = at + 1;
  while (end < rows.length && rows[end].depth > rows[at].depth) end += 1;
  return end;
}

export function parentAt(rows, at) {
  for (let n = at - 1; n >= 0; n -= 1) if (rows[n].depth < rows[at].depth) return rows[n];
  return null;
}

// The one before it under the same parent.
export function siblingBefore(rows, at) {
  for (let n = at - 1; n >= 0 && rows[n].depth >= rows[at].depth; n -= 1)
    if (rows[n].depth === rows[at].depth) return rows[n];
  return null;
}

export function siblingAfter(rows, at) {
  const end = blockEnd(rows, at);
  return end < rows.length && rows[end].depth === rows[at].depth ? rows[end] : null;
}

// Where a row stands in words of the server: under `parent`, behind `after` or "first".
// Rows the server has not heard of (`known` says no) are looked past.
export function placeOf(rows, at, known = () => true) {
  let depth = rows[at].depth;
  let after = null;
  for (let n = at - 1; n >= 0; n -= 1) {
    const row = rows[n];
    if (row.depth > depth || !known(row)) continue;
    if (row.depth === depth) after ??= row.key;
    if (row.depth < depth) return { parent: row.key, after: after ?? "first" };
  }
  return { parent: null, after: after ?? "first" };
}

// `rows` without the row of this key and what is under it, and these as a block.
export function cut(rows, key) {
  const at = indexOf(rows, key);
  if (at < 0) return [rows, []];
  const end = blockEnd(rows, at);
  return [[...rows.slice(0, at), ...rows.slice(end)], rows.slice(at, end)];
}

// `rows` with `block` under `parent` behind `after`: a key, "first" or "last".
export function put(rows, block, { parent = null, after = "last" }) {
  if (!block.length) return rows;
  const over = parent === null ? -1 : indexOf(rows, parent);
  const before = indexOf(rows, after);
  let place = over < 0 ? rows.length : blockEnd(rows, over);
  if (before >= 0) place = blockEnd(rows, before);
  else if (after === "first") place = over + 1;
  const depth = over < 0 ? 0 : rows[over].depth + 1;
  const shift = depth - block[0].depth;
  for (const row of block) row.depth += shift;
  return [...rows.slice(0, place), ...block, ...rows.slice(place)];
}
