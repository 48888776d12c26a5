// Starts GOV.UK Frontend on signed-in pages. Every page works without it.
const page = document.body;
page.classList.add("js-enabled", "govuk-frontend-supported");
const { initAll } = await import(page.dataset.govukFrontend);
initAll();
