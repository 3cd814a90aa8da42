"use strict";
// Everything works without this: it counts what the filters leave, and it turns the articles to the chosen fact.
(() => {
  const form = document.querySelector(".filters");
  const output = document.querySelector("#shown");
  const findings = [...document.querySelectorAll(".finding")];
  const marks = [...document.querySelectorAll(".claim[data-of]")];

  // The classes are asked, not the computed style: that of a folded finding costs a layout each.
  const isHidden = (finding) =>
    [...form.elements].some(({ id, type, checked }) => {
      const [filter, value] = [id.slice(0, id.indexOf("-")), id.slice(id.indexOf("-") + 1)];
      if (type === "checkbox") return !checked && finding.classList.contains(value);
      if (type !== "radio" || !checked || value === "all") return false;
      return !finding.classList.contains(`${filter === "kind" ? "is" : "of"}-${value}`);
    });

  const tell = (left) => {
    output.textContent = left.length === findings.length ? "" : `${left.length} of ${findings.length} findings shown`;
    const groups = new Set(left.map((finding) => finding.closest(".group")));
    document.querySelectorAll(".group").forEach((group) => (group.hidden = !groups.has(group)));
  };
  const count = () => tell(findings.filter((finding) => !isHidden(finding)));

  const turn = (column) => {
    const mark = column.querySelector(".active");
    if (mark && column.scrollHeight > column.clientHeight) {
      const down = mark.getBoundingClientRect().top - column.getBoundingClientRect().top;
      column.scrollBy(0, down - column.clientHeight / 3);
    }
  };

  const choose = () => {
    const target = document.getElementById(location.hash.slice(1) || "none");
    const isFinding = target && target.matches(".finding");
    const chosen = isFinding ? [target.id] : target && target.dataset.of ? target.dataset.of.split(" ") : [];
    for (const mark of marks) {
      mark.classList.toggle("active", mark.dataset.of.split(" ").some((id) => chosen.includes(id)));
    }
    for (const finding of findings) finding.classList.toggle("active", chosen.includes(finding.id));
    if (isFinding && isHidden(target)) {
      form.reset();
      target.scrollIntoView();
    }
    for (const column of document.querySelectorAll(".text")) {
      if (!column.contains(target)) turn(column);
    }
  };

  document.querySelectorAll(".only").forEach((label) => (label.hidden = false));
  form.addEventListener("change", count);
  form.addEventListener("reset", () => tell(findings));
  addEventListener("hashchange", choose);
  count();
  choose();
})();
