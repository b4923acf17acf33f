"use strict";
(() => {
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const dialogues = Array.from(document.querySelectorAll("details.dialogue"));
  if (!form || dialogues.length === 0) {
    return;
  }
  const selects = Array.from(form.querySelectorAll("select"));
  const value = (dialogue, name) =>
    name === "target" ? dialogue.closest("section").dataset.target : dialogue.dataset[name];
  const apply = () => {
    let count = 0;
    for (const dialogue of dialogues) {
      const fits = selects.every(
        (select) => select.value === "" || value(dialogue, select.dataset.filter) === select.value);
      dialogue.hidden = !fits;
      count += fits ? 1 : 0;
    }
    shown.textContent = count + " of " + dialogues.length + " dialogues on this page";
  };
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.hidden) {
      selects.forEach((select) => { select.value = ""; });
      apply();
      target.scrollIntoView();
    }
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", reveal);
  apply();
})();
