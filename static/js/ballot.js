// Names the choice on the button. The ballot works without it.
for (const form of document.querySelectorAll("form[data-ballot]")) {
  const button = form.querySelector("button[data-label]");
  const name = () => {
    const chosen = form.querySelector("input[name=choice]:checked");
    const words = chosen && (chosen.value === "abstain" ? "abstain" : chosen.value);
    const said = words ? `${button.dataset.label}: ${words}` : button.dataset.label;
    // a reason is "changed" by the very tap on the button: words replaced under the finger eat it
    if (button.textContent !== said) button.textContent = said;
  };
  form.addEventListener("change", name);
  name();
}
