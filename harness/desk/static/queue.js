// The queue, which fills while drafts are checked, and a new draft by paste, drop or file. What the draft does not tell is
// asked for in the same form.

import { change, get, upload } from "./server.js";

const form = document.getElementById("new-draft");
const problem = document.getElementById("new-problem");
const status = document.getElementById("status");
const field = (name) => document.getElementById(`draft-${name}`);
const typed = () => Object.fromEntries(["title", "publisher", "published"].map((name) => [name, field(name).value.trim()]));

let dropped = null; // the file that waits for an answer to what it does not tell

async function add(send) {
  problem.hidden = true;
  form.setAttribute("aria-busy", "true");
  status.textContent = "Reading and checking the draft";
  form.querySelector("button").textContent = "Reading and checking…";
  try {
    const { draft } = await send();
    location.href = `/drafts/${draft}`;
  } catch (refused) {
    const { known, missing } = refused.answer ?? {};
    if (known) {
      for (const name of ["title", "publisher"]) if (!field(name).value) field(name).value = known[name] ?? "";
    }
    problem.textContent = refused.message;
    problem.hidden = false;
    field(missing?.[0] ?? "text").focus();
  } finally {
    form.removeAttribute("aria-busy");
    form.querySelector("button").textContent = "Read and check";
    status.textContent = "";
  }
}

function addFile(file) {
  dropped = file;
  const query = new URLSearchParams({ ...typed(), name: file.name });
  add(() => upload(`/uploads?${query}`, file));
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = dropped ?? field("file").files[0];
  const text = field("text").value;
  if (!text.trim() && file) addFile(file);
  else add(() => change("POST", "/drafts", { text, ...typed() }));
});

field("file").addEventListener("change", (event) => {
  const [file] = event.target.files;
  if (file) addFile(file);
});

document.addEventListener("dragover", (event) => {
  event.preventDefault();
  document.body.classList.add("dropping");
});
document.addEventListener("dragleave", () => document.body.classList.remove("dropping"));
document.addEventListener("drop", (event) => {
  event.preventDefault();
  document.body.classList.remove("dropping");
  const [file] = event.dataTransfer.files;
  if (file) addFile(file);
});

// Rows move while the queue fills: the focus stays with its draft.
async function fill() {
  const lines = document.getElementById("queue");
  let unchecked = Number(document.getElementById("main").dataset.unchecked);
  if (!unchecked) return;
  lines.setAttribute("aria-busy", "true");
  try {
    while (unchecked) {
      const answer = await get("/queue");
      const focused = lines.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
      lines.innerHTML = answer.html;
      if (focused) lines.querySelector(`a[href="${focused}"]`)?.focus({ preventScroll: true });
      unchecked = answer.unchecked;
    }
    status.textContent = "All drafts are checked";
  } catch (refused) {
    lines.querySelector("p.warning")?.append(` ${refused.message}`);
  } finally {
    lines.removeAttribute("aria-busy");
  }
}

fill();
