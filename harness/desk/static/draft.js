// One draft: decisions by mouse and key, the text edited in place, and what other windows did.

import { ask, showConflict, showHelp } from "./dialogs.js";
import { change, get } from "./server.js";

const main = document.getElementById("main");
const draft = `/drafts/${main.dataset.draft}`;
const problem = document.getElementById("problem");
const status = document.getElementById("status");
const author = document.getElementById("author");
const editor = document.getElementById("editor");
const editing = document.getElementById("editing");
const text = document.getElementById("text");

let version = main.dataset.version;
let current = 0;
let typing = 0;
let unsent = false; // whether the editor holds words that the desk does not have yet
let sending = Promise.resolve();

author.value = localStorage.getItem("harness-desk-author") ?? author.value;
author.addEventListener("change", () => localStorage.setItem("harness-desk-author", author.value.trim()));

const cards = () => [...document.querySelectorAll(".decide-on:not(.is-going)")];

function show(answer) {
  if (!answer) return;
  version = answer.version;
  for (const [id, html] of Object.entries(answer.parts)) document.getElementById(id).innerHTML = html;
  current = Math.min(current, Math.max(0, cards().length - 1));
  mark();
}

function mark() {
  cards().forEach((card, index) => card.classList.toggle("is-current", index === current));
  document.querySelectorAll(".mark.is-current").forEach((place) => place.classList.remove("is-current"));
  const card = cards()[current];
  if (card) placeOf(card)?.classList.add("is-current");
}

function placeOf(card) {
  return document.getElementById(`at.${main.dataset.draft}.${card.dataset.claim}`);
}

function goTo(index, focus = true) {
  const all = cards();
  if (!all.length) return;
  current = Math.max(0, Math.min(index, all.length - 1));
  mark();
  all[current].scrollIntoView({ block: "nearest" });
  placeOf(all[current])?.scrollIntoView({ block: "nearest" });
  if (focus) all[current].focus({ preventScroll: true });
}

// Changes are sent one after the other, each with the version that the last one left.
function send(method, path, content, what) {
  sending = sending.then(() => carryOut(method, path, content, what));
  return sending;
}

async function carryOut(method, path, content, what) {
  problem.hidden = true;
  main.setAttribute("aria-busy", "true");
  try {
    show(await change(method, `${draft}${path}`, { ...content, version }));
    if (path === "/text") unsent = editor.value !== content.text;
    status.textContent = what;
  } catch (refused) {
    if (refused.status === 409) {
      const isText = path === "/text";
      show(refused.answer.now);
      const again = await showConflict(isText ? refused.answer.text : refused.answer.last, content.text ?? what, isText);
      if (again) return await carryOut(method, path, content, what); // busy until that is done
      if (isText) setEditor(refused.answer.text);
      return;
    }
    tell(refused.message);
    if (refused.status) await refresh(true); // what was shown as done was not: show what stands
  } finally {
    main.removeAttribute("aria-busy");
  }
}

function tell(message) {
  problem.textContent = message;
  problem.hidden = false;
  problem.scrollIntoView({ block: "nearest" });
}

// What stands now, as far as it is not what is shown; all of it, where the page shows more than was carried out.
async function refresh(all = false) {
  try {
    show(await get(`${draft}/parts${all ? "" : `?version=${version}`}`));
  } catch (refused) {
    document.querySelectorAll(".is-going").forEach((card) => card.classList.remove("is-going"));
    tell(refused.message);
  }
}

function named() {
  if (author.value.trim()) return author.value.trim();
  tell("Say who you are first: decisions are kept with a name.");
  author.focus();
  return "";
}

const verbs = {
  accept: "correct", dismiss: "dismiss", lacking: "dismiss as true", "truth-wrong": "hold against the ground truth",
  reading: "read otherwise", "no-claim": "take out as no claim", note: "note", assign: "give away",
};
const questions = {
  dismiss: { head: "Dismiss", label: "Why?", required: true },
  lacking: { head: "True: the ground truth lacks it", label: "Where is it to be found? (optional)" },
  "truth-wrong": { head: "The ground truth is wrong", label: "What is right, and where does it stand?", required: true },
  note: { head: "Note", label: "Note", required: true },
  assign: { head: "Give to somebody", label: "Whose is it?", required: true },
};

async function decide(card, action) {
  const name = named();
  if (!card || !name) return;
  const { claim, quote, shown, correction } = card.dataset;
  if (!card.querySelector(`[data-does="${action}"]`)) return tell(`“${quote}”: there is nothing to ${verbs[action]} here.`);
  const content = { claim, action, author: name, words: "", shown };
  if (action in questions) {
    const words = await ask({ ...questions[action], what: `“${quote}”: ${card.dataset.text}` });
    if (words === null) return;
    content.words = words.words;
  } else if (action === "reading") {
    const fields = await askReading(card);
    if (!fields) return;
    content.fields = fields;
  }
  if (!["note", "assign", "reading"].includes(action)) leave(card, action === "accept" ? correction : "");
  await send("POST", "/decisions", content, `“${quote}”: ${verbs[action]}${content.words ? `: ${content.words}` : ""}`);
  goTo(current);
}

// Show at once what is decided, before the desk has carried it out: the card goes, and a correction stands in the text.
function leave(card, correction) {
  const place = placeOf(card)?.querySelector(".said");
  card.classList.add("is-going");
  if (correction && place?.textContent === card.dataset.quote) place.textContent = correction;
  goTo(current, false);
}

async function askReading(card) {
  const before = JSON.parse(card.dataset.fields);
  const inferred = card.dataset.inferred.split(" ").filter(Boolean);
  const label = (name, words) => (inferred.includes(name) ? `${words} (taken from elsewhere in the text)` : words);
  const scope = before.scope ?? {};
  const lists = { athlete: "athletes", nation: "nations" };
  const inputs = [];
  for (const [name, value] of Object.entries(before)) {
    if (typeof value === "string" || typeof value === "number") inputs.push({ name, label: label(name, name.replaceAll("_", " ")), value, list: lists[name] });
  }
  for (const name of ["event", "sex", "competition", "year", "round", "nation"]) {
    const list = { event: "events", competition: "competitions", nation: "nations" }[name];
    const words = label(`scope.${name}`, `${name} of the race or list`);
    inputs.push({ name: `scope.${name}`, label: words, value: scope[name] ?? "", list });
  }
  const advice = inferred.length ? ". Keep it as it is if it was read rightly: you then stand for it" : "";
  const answer = await ask({ head: "Change the reading", what: `“${card.dataset.quote}”${advice}`, inputs });
  if (!answer) return null;
  const fields = {};
  for (const { name, value } of inputs) {
    const words = answer[name].trim();
    if (words === String(value)) continue;
    const isNumber = name === "scope.year" || typeof value === "number";
    const given = words === "" ? null : isNumber ? Number(words) : words;
    if (name.startsWith("scope.")) fields.scope = { ...fields.scope, [name.slice(6)]: given };
    else fields[name] = given;
  }
  return fields;
}

async function signOff() {
  const name = named();
  if (!name) return;
  const waiting = document.querySelectorAll("#cards .card.error").length;
  if (waiting) return tell(`${waiting} error${waiting > 1 ? "s" : ""} not decided: correct or dismiss first, then sign off.`);
  const answer = await ask({
    head: "Sign off",
    what: `${document.querySelector("#summary .verdict").textContent}. You stand for this text as it is, ${name}.`,
    yes: "Sign off",
    inputs: [],
  });
  if (answer) await send("POST", "/sign-off", { author: name }, "Signed off");
}

// The text is fetched when it is to be edited: a page shows some characters otherwise than they stand in it.
async function edit(on) {
  if (on && !unsent) {
    try {
      const answer = await get(`${draft}/parts`);
      show(answer);
      setEditor(answer.text);
    } catch (refused) {
      return tell(refused.message);
    }
  }
  editing.hidden = !on;
  text.hidden = on;
  document.querySelector('[data-does="edit"]').setAttribute("aria-pressed", String(on));
  if (on) editor.focus();
  else document.querySelector('[data-does="edit"]').focus();
}

function setEditor(words) {
  editor.value = words;
  unsent = false;
}

editor.addEventListener("input", () => {
  unsent = true;
  clearTimeout(typing);
  typing = setTimeout(() => send("PUT", "/text", { text: editor.value }, "Read and checked again"), 250);
});
addEventListener("beforeunload", (event) => unsent && event.preventDefault());

const actions = {
  accept: () => decide(cards()[current], "accept"),
  dismiss: () => decide(cards()[current], "dismiss"),
  lacking: () => decide(cards()[current], "lacking"),
  "truth-wrong": () => decide(cards()[current], "truth-wrong"),
  reading: () => decide(cards()[current], "reading"),
  "no-claim": () => decide(cards()[current], "no-claim"),
  note: () => decide(cards()[current], "note"),
  assign: () => decide(cards()[current], "assign"),
  undo: () => send("POST", "/undo", {}, "Undone"),
  "take-back": (button) => send("POST", "/undo", { number: Number(button.dataset.number) }, "Taken back"),
  edit: () => edit(editing.hidden),
  "sign-off": signOff,
  help: showHelp,
  next: () => goTo(current + 1),
  before: () => goTo(current - 1),
};
const keys = {
  a: "accept", d: "dismiss", t: "lacking", w: "truth-wrong", r: "reading", x: "no-claim", n: "note", g: "assign",
  u: "undo", e: "edit", s: "sign-off", "?": "help", j: "next", k: "before",
};

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !editing.hidden) return edit(false);
  const writes = event.target.closest("input, textarea, select, dialog");
  if (writes || event.ctrlKey || event.metaKey || event.altKey || !(event.key in keys)) return;
  event.preventDefault();
  actions[keys[event.key]]();
});

document.addEventListener("click", async (event) => {
  const copier = event.target.closest("[data-copies-from], [data-copies]");
  if (copier) return copy(copier);
  const card = event.target.closest(".decide-on");
  if (card) {
    current = cards().indexOf(card);
    mark();
  }
  const button = event.target.closest("[data-does]");
  if (button) return actions[button.dataset.does](button);
  const place = event.target.closest("a.mark");
  const target = place && document.getElementById(decodeURIComponent(place.hash.slice(1)))?.closest(".decide-on");
  if (target) {
    event.preventDefault();
    goTo(cards().indexOf(target));
  }
});

async function copy(button) {
  const from = button.dataset.copiesFrom;
  const words = from ? await (await fetch(from)).text() : document.getElementById(button.dataset.copies).textContent;
  await navigator.clipboard.writeText(words);
  status.textContent = "Copied";
}

// What was done in another window shows when this one is looked at again.
addEventListener("focus", () => editing.hidden && refresh());

new MutationObserver(() => document.querySelectorAll("[data-copies][hidden]").forEach((button) => (button.hidden = false)))
  .observe(document.getElementById("cards"), { childList: true, subtree: true });
document.querySelectorAll("[data-copies][hidden]").forEach((button) => (button.hidden = false));
mark();
