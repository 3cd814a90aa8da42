"use strict";
// Everything works without this: it counts what the filters leave, and it turns the articles to the chosen fact.
(() => {
  const form = document.querySelector(".filters");
  const shown = document.querySelector("#shown");
  const findings = [...document.querySelectorAll(".finding")];
  const marks = [...document.querySelectorAll(".claim[data-of]")];
  const isShown = (element) => getComputedStyle(element).display !== "none";

  const count = () => {
    const left = findings.filter(isShown).length;
    shown.textContent = left === findings.length ? "" : `${left} of ${findings.length} findings shown`;
    for (const group of document.querySelectorAll(".group")) {
      group.hidden = ![...group.querySelectorAll(".finding")].some(isShown);
    }
  };

  const turn = (column) => {
    const mark = column.querySelector(".active");
    if (mark && column.scrollHeight > column.clientHeight) {
      const down = mark.getBoundingClientRect().top - column.getBoundingClientRect().top;
      column.scrollBy(0, down - column.clientHeight / 3);
    }
  };

  const choose = () => {
    document.querySelectorAll(".active").forEach((element) => element.classList.remove("active"));
    const target = document.getElementById(location.hash.slice(1) || "none");
    const isFinding = target && target.matches(".finding");
    const chosen = isFinding ? [target.id] : target && target.dataset.of ? target.dataset.of.split(" ") : [];
    for (const mark of marks) {
      mark.classList.toggle("active", mark.dataset.of.split(" ").some((id) => chosen.includes(id)));
    }
    if (isFinding && !isShown(target)) {
      form.reset();
      count();
      target.scrollIntoView();
    }
    for (const column of document.querySelectorAll(".text")) {
      if (!column.contains(target)) turn(column);
    }
  };

  document.querySelectorAll(".only").forEach((label) => (label.hidden = false));
  form.addEventListener("change", count);
  form.addEventListener("reset", () => setTimeout(count));
  addEventListener("hashchange", choose);
  count();
  choose();
})();
