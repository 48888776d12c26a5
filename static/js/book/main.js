// Starts the minute book where a page has one.
import { Book } from "./book.js";
import { lastPerson, Memory, Vault } from "./vault.js";

// The book of this page begins; without the network, with what waits on this computer.
async function mount(root) {
  const { person, item, number, changes: feed, sync, signIn, path } = root.dataset;
  const page = { person, item: Number(item), number, changes: feed, sync, signIn, path };
  root.querySelector("[data-book-plain]").inert = true; // what is typed there now would be lost in a moment
  const store = "restricted" in root.dataset ? new Memory() : await Vault.of(person).catch(() => new Memory());
  const book = new Book(root, page, store);
  book.items = [...root.querySelectorAll("[data-book-items] li")].map((one) => [Number(one.dataset.item), one.textContent, one.dataset.number]);
  book.title = book.items.find(([one]) => one === page.item)?.[1];
  await book.begin();
  navigator.serviceWorker?.register(root.dataset.worker).catch(() => {}); // without it a reload needs the network
  return book;
}

// The same in the empty page that the service worker shows when there is no network.
async function mountShell(root) {
  const person = await lastPerson();
  const store = person && (await Vault.of(person));
  const kept = await store?.page(location.pathname);
  if (!kept) return;
  document.getElementById("shell").textContent = document.title = kept.title;
  const book = new Book(root, kept.page, store);
  book.back = () => {
    document.querySelector("[data-book-cut]").hidden = true;
    document.querySelector("[data-book-back]").hidden = false;
  };
  await book.begin();
}

for (const root of document.querySelectorAll("[data-book]")) ("bookOffline" in root.dataset ? mountShell : mount)(root);
