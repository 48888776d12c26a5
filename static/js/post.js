// What a page sends by script. Signing in again, in another page, ends the token of this page's
// forms: a new one is then asked for, once, for the whole page, and the same is sent again.
const { person, signIn, token } = document.body.dataset;
const fields = () => document.getElementsByName("csrfmiddlewaretoken");
const isJson = (answer) => (answer.headers.get("Content-Type") ?? "").startsWith("application/json");

// The answer: 401 where nobody, or somebody else, is signed in.
export async function post(url, { headers, ...more }) {
  const send = () => fetch(url, {
    method: "POST", credentials: "same-origin", ...more,
    headers: { "X-Person": person, "X-CSRFToken": fields()[0].value, ...headers },
  });
  const answer = await send();
  if (answer.status !== 403 || isJson(answer)) return answer;
  const fresh = await fetch(token, { credentials: "same-origin", cache: "no-store", headers: { "X-Person": person } });
  if (!fresh.ok) return fresh;
  const told = await fresh.json();
  for (const field of fields()) field.value = told.token;
  return send();
}

// A way to sign in again that leaves this page, and what was typed in it, as it is.
export function signInLink() {
  return Object.assign(document.createElement("a"), { href: signIn, target: "_blank", rel: "noopener", textContent: "Sign in (another page)" });
}

// Calls `again` when the reader comes back to this page, as after signing in elsewhere.
export function whenBack(again) {
  addEventListener("focus", again);
  document.addEventListener("visibilitychange", () => document.hidden || again());
}
