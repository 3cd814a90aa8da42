"use strict";
// The page of the desk. Text from articles is only ever put into text nodes and attributes; nothing is made from strings of markup.
(() => {
  const $ = (id) => document.getElementById(id);
  const MOST = 50_000_000;
  const STATES = { open: "open", accepted: "accepted", dismissed: "dismissed", fixed: "fixed" };
  const SIGNS = { open: "○", accepted: "✓", dismissed: "–", fixed: "✎" };
  const FORMATS = { html: "Web page", docx: "Word, with comments", xlsx: "Spreadsheet", csv: "Table of claims", json: "JSON", sarif: "SARIF", claimreview: "ClaimReview", svg: "Picture" };
  let news = { version: 0, report: -1, entries: {}, articles: [], problems: [], whole: true, step: null };
  let sheet = { report: -1, findings: [], settled: [], articles: [], unchecked: [], reach: "" };
  let chosen = null;
  let draft = null;
  let editing = null;
  const steps = [];

  const make = (tag, values = {}, ...children) => {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
      else if (name === "text") made.textContent = value;
      else made.setAttribute(name, value === true ? "" : value);
    }
    made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
    return made;
  };

  const toast = (text, bad = false) => {
    $("toast").textContent = text;
    $("toast").className = bad ? "bad" : "";
    clearTimeout(toast.clock);
    toast.clock = setTimeout(() => ($("toast").textContent = ""), bad ? 9000 : 4000);
  };

  const ask = async (path, options) => {
    const answer = await fetch(path, options);
    const said = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(said.problem || `refused (${answer.status})`), { status: answer.status });
    return said;
  };
  const send = (path, said) => ask(path, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(said) });

  // --- what is decided ---
  const entryOf = (finding) => news.entries[finding.key] || null;
  const stateOf = (finding) => (entryOf(finding) ? entryOf(finding).decision : "open");
  const asked = () => [...new Map(sheet.findings.filter((one) => !one.doubtful).map((one) => [one.key, one])).values()];
  const listed = () => {
    const open = document.querySelector("[name=shown]:checked").value === "open";
    return asked().filter((one) => !open || stateOf(one) === "open" || one.id === chosen);
  };
  const all = () => [...sheet.findings, ...sheet.settled];
  const current = () => all().find((one) => one.id === chosen) || null;

  const decide = async (state, words = {}) => {
    const finding = current();
    if (!finding || !finding.key) return;
    const before = entryOf(finding);
    const said = { key: finding.key, seen: before ? before.version : "", state, reason: "", note: (before && before.note) || "", who: $("who").value, ...words };
    try {
      take(await send("decide", said));
      steps.push({ key: finding.key, id: finding.id, before });
      draft = null;
      if (state !== "open") forward();
      toast(`${STATES[state]}${words.note && state === "open" ? ", noted" : ""}`);
    } catch (error) {
      toast(error.message, true);
    }
    draw();
  };

  const undo = async () => {
    const step = steps.pop();
    if (!step) return toast("Nothing to undo");
    const now = news.entries[step.key];
    try {
      take(await send("undo", { key: step.key, seen: now ? now.version : "", before: step.before }));
      chosen = step.id;
      toast("taken back");
    } catch (error) {
      toast(error.message, true);
    }
    draw();
  };

  const forward = () => {
    const row = asked();
    const at = row.findIndex((one) => one.id === chosen);
    const next = [...row.slice(at + 1), ...row.slice(0, at)].find((one) => stateOf(one) === "open");
    if (next) choose(next.id);
  };

  const move = (by) => {
    const row = listed();
    if (!row.length) return;
    const at = row.findIndex((one) => one.id === chosen);
    choose(row[Math.min(Math.max(at + by, 0), row.length - 1)].id);
  };

  const choose = (id, { focus = true } = {}) => {
    chosen = id;
    draft = null;
    draw();
    const button = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
    if (button && focus) {
      button.focus({ preventScroll: true });
      button.closest("li").scrollIntoView({ block: "nearest" });
    }
    turn();
  };

  // --- the list of findings ---
  const quotation = (said) =>
    make("li", {},
      make("p", { class: "from" },
        make("span", { class: "letter", text: said.letter }), " ",
        make("span", { class: "outlet", text: nameOf(said.letter) }), " ",
        said.value ? make("strong", { class: "value", text: said.value }) : "", " ",
        said.manner ? make("span", { class: "manner", text: said.manner }) : "",
        make("span", { class: "places" },
          make("button", { type: "button", class: "place", title: said.place, "aria-label": `show in ${said.letter}`, onclick: () => show(said.anchor) }, "show"),
          make("button", { type: "button", class: "place", "aria-label": `edit in ${said.letter}`, onclick: () => openEdit(said.letter, said.anchor) }, "edit"))),
      make("blockquote", {}, said.before, make("mark", { text: said.words }), said.after));

  const nameOf = (letter) => (sheet.articles.find((one) => one.letter === letter) || { name: "" }).name;

  const formOf = (finding) => {
    if (!draft || draft.id !== finding.id) return "";
    const save = () => (draft.kind === "dismiss" ? (draft.text.trim() ? decide("dismissed", { reason: draft.text }) : toast("A reason, please", true)) : decide(stateOf(finding), { note: draft.text, reason: (entryOf(finding) && entryOf(finding).reason) || "" }));
    const field = make("input", { id: "draft", value: draft.text, "aria-label": draft.kind === "dismiss" ? "Reason" : "Note", placeholder: draft.kind === "dismiss" ? "Why is it no finding?" : "What should others know?",
      oninput: (event) => (draft.text = event.target.value),
      onkeydown: (event) => {
        if (event.key === "Enter") { event.preventDefault(); save(); }
        if (event.key === "Escape") { event.stopPropagation(); draft = null; draw(); focusRow(); }
      } });
    return make("p", { class: "draft" }, field, make("button", { type: "button", class: "strong", onclick: save }, "Save"), make("button", { type: "button", onclick: () => { draft = null; draw(); } }, "Cancel"));
  };

  const write = (kind) => {
    const finding = current();
    if (!finding || !finding.key) return;
    const entry = entryOf(finding);
    draft = { id: finding.id, kind, text: (entry && (kind === "dismiss" ? entry.reason : entry.note)) || "" };
    draw();
    $("draft").focus();
  };

  const focusRow = () => {
    const button = document.querySelector(`[data-row="${CSS.escape(chosen || "")}"]`);
    if (button) button.focus({ preventScroll: true });
  };

  const card = (finding) => {
    const entry = finding.key ? entryOf(finding) : null;
    const state = finding.key ? stateOf(finding) : "";
    const button = (label, key, action, pressed) => make("button", { type: "button", "aria-pressed": pressed === undefined ? null : String(pressed), "aria-keyshortcuts": key, onclick: action }, label, " ", make("kbd", { "aria-hidden": "true", text: key }));
    return make("div", { class: "card", id: `card-${finding.id}` },
      make("p", { class: "about" }, make("span", { class: "kind", text: finding.word }), " ", finding.extent ? make("span", { class: "extent", text: `${finding.extent} · ` }) : "", finding.reason),
      make("ul", { class: "said" }, ...finding.statements.map(quotation)),
      entry ? make("p", { class: "decision" }, `${entry.decision === "open" ? "noted" : entry.decision} by ${entry.who}, ${entry.when.replace("T", " ").slice(0, 16)}`, entry.reason ? `: ${entry.reason}` : "", entry.note ? ` – ${entry.note}` : "") : "",
      finding.key ? make("p", { class: "acts" },
        button("Accept", "a", () => decide("accepted"), state === "accepted"),
        button("Dismiss", "d", () => write("dismiss"), state === "dismissed"),
        button("Fixed", "f", () => decide("fixed"), state === "fixed"),
        button("Note", "n", () => write("note")),
        state === "open" ? "" : button("Open again", "r", () => decide("open"))) : "",
      formOf(finding));
  };

  const row = (finding) => {
    const open = finding.id === chosen;
    const state = finding.key ? stateOf(finding) : "";
    return make("li", { class: `finding ${finding.look} ${state}` },
      make("button", { type: "button", class: "row", "data-row": finding.id, "aria-expanded": String(open), "aria-controls": open ? `card-${finding.id}` : null, onclick: () => (open ? ((chosen = null), draw(), turn()) : choose(finding.id)) },
        make("span", { class: "sign", "aria-hidden": "true", text: finding.sign }),
        make("span", { class: "title" }, make("span", { class: "unseen", text: `${finding.word}: ` }), finding.title, finding.extent && !open ? make("span", { class: "extent", text: ` ${finding.extent}` }) : ""),
        state ? make("span", { class: "mark" }, make("span", { "aria-hidden": "true", text: SIGNS[state] }), make("span", { class: "unseen", text: STATES[state] })) : ""),
      open ? card(finding) : "");
  };

  const folded = (id, title, findings) => {
    const before = $(id);
    if (!findings.length) return "";
    return make("details", { id, open: (before && before.open) || findings.some((one) => one.id === chosen) }, make("summary", { text: title }), make("ol", {}, ...findings.map(row)));
  };

  const drawList = () => {
    const held = document.activeElement;
    const key = held && held.dataset ? held.dataset.row : null;
    const typing = held && held.id === "draft" ? [held.selectionStart, held.selectionEnd] : null;
    const findings = listed();
    const done = asked().length > 0 && asked().every((one) => stateOf(one) !== "open");
    const settled = sheet.settled;
    $("list").replaceChildren(...findings.map(row));
    const unchecked = sheet.unchecked.flatMap((group) => group.items.map((item) => `${item}: ${group.reason}`));
    const was = $("unchecked");
    $("rest").replaceChildren(
      ...[
        done && news.whole ? make("p", { class: "done" }, "All decided. ", make("a", { href: "export/html", download: true }, "Save the report"), ", or choose another format under Export.") : "",
        !news.whole && !sheet.findings.length ? make("p", { class: "plain" }, "Nothing to decide so far; more articles are being read.") : "",
        !sheet.findings.length && sheet.articles.length && news.whole ? make("p", { class: "done" }, sheet.articles.length > 1 ? "Nothing to decide: no conflict, no flag, no update." : "One article: add a second one to compare.") : "",
        folded("doubtful", `${sheet.findings.filter((one) => one.doubtful).length} more of low confidence`, sheet.findings.filter((one) => one.doubtful)),
        folded("settled", `${settled.length} settled ${settled.length === 1 ? "fact" : "facts"}`, settled),
        unchecked.length ? make("details", { id: "unchecked", open: was && was.open }, make("summary", { text: `${unchecked.length} not checked` }), make("ul", { class: "plain" }, ...unchecked.map((text) => make("li", { text })))) : "",
      ].filter(Boolean));
    if (key) focusKey(key);
    if (typing && $("draft")) {
      $("draft").focus();
      $("draft").setSelectionRange(...typing);
    }
  };
  const focusKey = (id) => {
    const button = document.querySelector(`[data-row="${CSS.escape(id)}"]`);
    if (button) button.focus({ preventScroll: true });
  };

  // --- the articles ---
  const piece = (parts) => {
    const [text, anchor, look, ids, sign, title] = parts;
    if (!look) return text;
    if (!ids.length) return make("span", { class: "unchecked", title, id: anchor || null, text });
    const main = look === "single-source" ? "-1" : anchor ? "0" : "-1";
    return make("a", { class: `claim ${look}`, href: `#${ids[0]}`, tabindex: main, title, id: anchor || null, "data-of": ids.join(" "),
      onclick: (event) => { event.preventDefault(); if (all().some((one) => one.id === ids[0])) { choose(ids[0]); view("findings"); } } },
      text, sign ? make("sup", { "aria-hidden": "true", text: sign }) : "");
  };

  const column = (article) =>
    make("article", { class: "text", "data-letter": article.letter, "aria-labelledby": `name-${article.letter}` },
      make("header", {},
        make("h3", { id: `name-${article.letter}` }, make("span", { class: "letter", text: article.letter }), " ", article.name),
        make("p", { class: "meta" },
          article.published ? make("span", { text: article.published }) : make("button", { type: "button", class: "missing", onclick: () => openEdit(article.letter, null, "edit-published") }, "no date: set it"),
          article.outlet ? "" : make("button", { type: "button", class: "missing", onclick: () => openEdit(article.letter, null, "edit-outlet") }, "no outlet: set it"),
          make("span", { text: `${article.words.toLocaleString("en")} words` }),
          article.origin ? make("span", { text: article.origin }) : "",
          make("button", { type: "button", class: "place", "aria-label": `Edit ${article.name}`, onclick: () => openEdit(article.letter) }, "edit"))),
      // A column that scrolls can be reached with keys.
      make("div", { class: "words", tabindex: "0", role: "region", "aria-labelledby": `name-${article.letter}` },
        ...article.lines.map((line) => make("p", { class: `line ${line.zone}` }, make("span", { class: "at", "aria-hidden": "true", text: line.number }), ...line.pieces.map(piece)))));

  const waiting = (article) => make("article", { class: "text waiting", "aria-busy": "true" }, make("header", {}, make("h3", {}, article.name), make("p", { class: "meta" }, "waiting to be read")));

  const drawArticles = () => {
    const known = new Set(sheet.articles.map((one) => one.id));
    const rest = news.articles.filter((one) => !known.has(one.id));
    const at = new Map([...document.querySelectorAll(".text[data-letter]")].map((one) => [one.dataset.letter, one.querySelector(".words").scrollTop]));
    $("columns").replaceChildren(...sheet.articles.map(column), ...rest.map(waiting));
    for (const one of document.querySelectorAll(".text[data-letter]")) one.querySelector(".words").scrollTop = at.get(one.dataset.letter) || 0;
  };

  const turn = () => {
    for (const mark of document.querySelectorAll(".claim[data-of]")) mark.classList.toggle("active", chosen !== null && mark.dataset.of.split(" ").includes(chosen));
    const some = document.querySelector(".text .active") !== null;
    for (const one of document.querySelectorAll(".text[data-letter]")) {
      const mark = one.querySelector(".active");
      one.hidden = $("only").checked && some && !mark;
      const words = one.querySelector(".words");
      if (mark && words.scrollHeight > words.clientHeight) words.scrollTop += mark.getBoundingClientRect().top - words.getBoundingClientRect().top - words.clientHeight / 3;
    }
  };

  const show = (anchor) => {
    view("articles");
    const mark = document.getElementById(anchor);
    if (!mark) return;
    mark.closest(".text").hidden = false;
    mark.scrollIntoView({ block: "center", inline: "nearest" });
    mark.focus({ preventScroll: true });
  };

  const view = (name) => {
    document.body.dataset.view = name;
    for (const tab of document.querySelectorAll(".tabs button")) tab.setAttribute("aria-pressed", String(tab.dataset.to === name));
  };

  // --- adding and editing ---
  const told = (result) => {
    for (const name of result.added) $("added").append(make("li", { text: `added ${name}` }));
    for (const problem of result.problems) $("added").append(make("li", { class: "problem", text: problem }));
    if (result.problems.length) toast(result.problems[0], true);
    else if (result.added.length) toast(`added ${result.added.join(", ")}`);
  };

  const drop = async (files) => {
    for (const file of files) {
      if (file.size > MOST) {
        told({ added: [], problems: [`${file.name}: more than 50 MB, expected an article`] });
        continue;
      }
      try {
        told(await ask(`files?name=${encodeURIComponent(file.name)}`, { method: "PUT", body: file }));
      } catch (error) {
        told({ added: [], problems: [error.message] });
      }
    }
  };

  const openAdd = () => {
    $("added").replaceChildren();
    $("add-problem").textContent = "";
    $("add").showModal();
    $("add-text").focus();
  };

  const paste = async () => {
    try {
      told(await send("paste", { text: $("add-text").value, outlet: $("add-outlet").value, published: $("add-published").value, title: $("add-title-field").value }));
      for (const id of ["add-text", "add-outlet", "add-published", "add-title-field"]) $(id).value = "";
      $("add-problem").textContent = "";
      $("add-text").focus();
    } catch (error) {
      $("add-problem").textContent = error.message;
    }
  };

  // Offsets of the report count characters, those of the browser halves of some.
  const offset = (text, at) => [...text].slice(0, at).join("").length;

  const openEdit = async (letter, anchor = null, field = "edit-text") => {
    const article = sheet.articles.find((one) => one.letter === letter);
    if (!article) return;
    try {
      editing = await ask(`text?id=${encodeURIComponent(article.id)}`);
    } catch (error) {
      return toast(error.message, true);
    }
    $("edit-title").textContent = `Edit ${article.letter} ${article.name}`;
    $("edit-text").value = editing.text;
    $("edit-outlet").value = editing.outlet;
    $("edit-published").value = editing.published;
    $("edit-problem").textContent = article.editable ? "" : "It is one of several articles in a file and cannot be edited here.";
    $("edit").showModal();
    $(field).focus();
    if (anchor) {
      const [start, end] = anchor.split("-").slice(1).map((at) => offset(editing.text, Number(at)));
      $("edit-text").setSelectionRange(start, start);
      $("edit-text").blur();
      $("edit-text").focus();
      $("edit-text").setSelectionRange(start, end);
    } else if (field === "edit-text") $("edit-text").setSelectionRange(0, 0);
  };

  const save = async () => {
    const said = { id: editing.id, version: editing.version, text: $("edit-text").value };
    if ($("edit-outlet").value !== editing.outlet) said.outlet = $("edit-outlet").value;
    if ($("edit-published").value !== editing.published) said.published = $("edit-published").value;
    try {
      await send("edit", said);
      $("edit").close();
      toast("saved, checking again");
    } catch (error) {
      $("edit-problem").textContent = error.message;
    }
  };

  const remove = async () => {
    try {
      await send("remove", { id: editing.id });
      $("edit").close();
      toast("put aside, into the folder .removed");
    } catch (error) {
      $("edit-problem").textContent = error.message;
    }
  };

  // --- drawing and listening ---
  const drawTop = () => {
    $("story").textContent = news.story || "Story";
    document.title = `${news.story || "story"} – verify desk`;
    const count = asked().length;
    const done = asked().filter((one) => stateOf(one) !== "open").length;
    const parts = [`${sheet.articles.length} ${sheet.articles.length === 1 ? "article" : "articles"}`];
    if (count) parts.push(`${done} of ${count} decided`);
    if (!news.step && sheet.articles.length) parts.push(`checked in ${news.took.toFixed(1)} s`);
    $("tally").textContent = sheet.articles.length ? parts.join(" · ") : "";
    $("progress").hidden = !news.step;
    if (news.step) {
      $("bar").max = news.step.total;
      $("bar").value = news.step.done;
      $("doing").textContent = news.step.doing;
    }
    const problems = [news.trouble, ...news.problems].filter(Boolean);
    $("trouble").hidden = !problems.length || !sheet.articles.length;
    $("trouble").textContent = problems.slice(0, 3).join(" · ");
    $("refused").replaceChildren(...problems.map((text) => make("li", { text })));
    const bare = !sheet.articles.length && !news.articles.length;
    $("empty").hidden = !bare;
    $("walk").hidden = $("texts").hidden = bare;
    $("undo").disabled = !steps.length;
    $("reach").textContent = sheet.reach || "";
  };

  const draw = () => {
    drawTop();
    drawList();
  };

  const take = (said) => {
    if (said.version >= news.version) news = said;
  };

  // A finding whose words have moved keeps its key; one that another article has joined is known by the words it shares.
  const successor = (before) => {
    const words = new Set(before.statements.map((said) => said.words));
    return all().find((one) => one.id === before.id || (one.key && one.key === before.key))
      || all().find((one) => one.look === before.look && one.statements.some((said) => words.has(said.words)));
  };

  const fresh = async () => {
    const before = current();
    sheet = await ask("sheet");
    const same = before && successor(before);
    if (draft) draft = same ? { ...draft, id: same.id } : null;
    const first = asked().find((one) => stateOf(one) === "open") || asked()[0];
    chosen = same ? same.id : first ? first.id : null;
    drawArticles();
  };

  const greet = () => {
    $("who").value ||= news.who;
    $("exports").replaceChildren(
      make("li", {}, make("a", { href: "report", target: "_blank", rel: "noopener" }, "Open the whole report")),
      ...news.formats.map((name) => make("li", {}, make("a", { href: `export/${name}`, download: true }, FORMATS[name] || name))));
  };

  const listen = async () => {
    let since = 0;
    for (;;) {
      try {
        const said = await ask(`news?since=${since}`);
        since = said.version;
        take(said);
        if (!$("exports").children.length) greet();
        const arrived = news.articles.map((one) => one.id).join("\n");
        if (news.report !== sheet.report) await fresh();
        else if (arrived !== listen.arrived) drawArticles();
        listen.arrived = arrived;
        draw();
        turn();
        document.body.classList.remove("gone");
      } catch (error) {
        if (!document.body.classList.contains("gone")) toast("The desk is closed; what was decided is kept.", true);
        document.body.classList.add("gone");
        since = 0;
        news.version = 0;
        await new Promise((done) => setTimeout(done, 1000));
      }
    }
  };

  const KEYS = {
    j: () => move(1), k: () => move(-1), a: () => decide("accepted"), f: () => decide("fixed"), d: () => write("dismiss"), n: () => write("note"),
    r: () => decide("open"), u: undo, p: openAdd, "?": () => $("keys").showModal(),
    e: () => { const finding = current(); if (finding) openEdit(finding.statements[0].letter, finding.statements[0].anchor); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input:not([type=radio], [type=checkbox]), textarea") || document.querySelector("dialog[open]")) return;
    const act = KEYS[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  let depth = 0;
  const carries = (event) => event.dataTransfer && [...event.dataTransfer.types].includes("Files");
  addEventListener("dragenter", (event) => { if (carries(event)) { depth += 1; $("drop").hidden = false; } });
  addEventListener("dragleave", (event) => { if (carries(event) && (depth -= 1) <= 0) { depth = 0; $("drop").hidden = true; } });
  addEventListener("dragover", (event) => { if (carries(event)) event.preventDefault(); });
  addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    depth = 0;
    $("drop").hidden = true;
    drop([...event.dataTransfer.files]);
  });

  $("add-open").addEventListener("click", openAdd);
  $("empty-paste").addEventListener("click", openAdd);
  $("empty-choose").addEventListener("click", () => $("add-files").click());
  $("add-save").addEventListener("click", paste);
  $("add-files").addEventListener("change", (event) => { drop([...event.target.files]); event.target.value = ""; });
  $("edit-save").addEventListener("click", save);
  $("edit-remove").addEventListener("click", remove);
  $("keys-open").addEventListener("click", () => $("keys").showModal());
  $("undo").addEventListener("click", undo);
  $("only").addEventListener("change", turn);
  for (const one of document.querySelectorAll("[name=shown]")) one.addEventListener("change", draw);
  for (const tab of document.querySelectorAll(".tabs button")) tab.addEventListener("click", () => view(tab.dataset.to));
  // A click beside the menu closes it, and so does Escape.
  document.addEventListener("click", (event) => { if (!event.target.closest("#menu") || event.target.closest("#menu a")) $("menu").open = false; });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") $("menu").open = false; });
  // An Enter in a field of a dialog would close it without saving.
  for (const form of [$("add-form"), $("edit-form")]) form.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); });
  $("who").value = sessionStorage.getItem("who") || "";
  $("who").addEventListener("input", () => sessionStorage.setItem("who", $("who").value));
  listen();
})();
