// The questions that a decision needs answered. Article text is always set as text, never as markup.

const dialog = document.getElementById("ask");
const fields = document.getElementById("ask-fields");

// The answers by the inputs' names; null where the question was called off.
export function ask({ head, what, label, required = false, inputs, yes = "Keep" }) {
  document.getElementById("ask-head").textContent = head;
  document.getElementById("ask-what").textContent = what;
  document.getElementById("ask-yes").textContent = yes;
  fields.replaceChildren();
  for (const input of inputs ?? [{ name: "words", label, required, value: "" }]) {
    const title = document.createElement("label");
    const box = document.createElement("input");
    title.textContent = input.label ?? input.name;
    box.name = input.name;
    box.value = input.value;
    box.maxLength = 300;
    box.required = input.required ?? false;
    box.autocomplete = "off";
    if (input.list) box.setAttribute("list", `names-${input.list}`);
    box.id = `ask-${input.name}`;
    title.htmlFor = box.id;
    fields.append(title, box);
  }
  return new Promise((resolve) => {
    dialog.returnValue = "no";
    dialog.addEventListener(
      "close",
      () => {
        const answers = Object.fromEntries([...fields.querySelectorAll("input")].map((box) => [box.name, box.value]));
        resolve(dialog.returnValue === "yes" ? answers : null);
      },
      { once: true },
    );
    dialog.showModal();
    fields.querySelector("input")?.focus();
  });
}

export function showHelp() {
  document.getElementById("help").showModal();
}

// Whether the editor's own change is to be carried out as well.
export function showConflict(theirs, yours, isText) {
  const conflict = document.getElementById("conflict");
  document.getElementById("conflict-theirs").textContent = theirs;
  document.getElementById("conflict-yours").textContent = yours;
  document.getElementById("conflict-again").textContent = isText ? "Put mine in its place" : "Do mine as well";
  return new Promise((resolve) => {
    conflict.returnValue = "leave";
    conflict.addEventListener("close", () => resolve(conflict.returnValue === "again"), { once: true });
    conflict.showModal();
  });
}
