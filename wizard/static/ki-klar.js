// Small improvements; every page works without them.
"use strict";

// Copy buttons are hidden until there is a script to make them work.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const field = document.getElementById(button.dataset.copy);
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Without leave to use the clipboard the text stands selected, ready for Ctrl+C.
      return;
    }
    const told = document.querySelector("[data-copied]");
    if (told) told.textContent = "Linket er kopieret.";
  });
}

// A form is sent once; the server copes with a second click too. `pageshow` lets a page from the back button send again.
for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener("pageshow", () => {
    sent = false;
  });
}

// What is typed and not saved is asked about before it is left.
const unsaved = new Set();
document.addEventListener("input", (event) => {
  if (event.target.form?.method === "post") unsaved.add(event.target.form);
});
document.addEventListener("submit", (event) => unsaved.delete(event.target));
window.addEventListener("beforeunload", (event) => {
  if ([...unsaved].some((form) => form.isConnected)) event.preventDefault();
});

// "Ingen af dem" and "Ved ikke" take the other ticks away, and the other way round.
document.addEventListener("change", (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
  for (const other of document.getElementsByName(box.name)) {
    if (other !== box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
  }
});

// A screen reader and the keyboard begin at what went wrong.
document.querySelector("#fejl, [data-fejl]")?.focus();

// After a piece has been put in place, go on from there. What a search finds leaves one where one types: how much there
// is gets told, and the address is that of the same search.
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail?.ctx?.target ?? event.target;
  const piece = target?.id ? document.getElementById(target.id) : null;
  if (piece?.dataset.address) {
    history.replaceState(null, "", piece.dataset.address);
    document.querySelector("[data-told]").textContent = piece.querySelector("[data-tell]").textContent.trim();
    return;
  }
  const wrong = piece?.querySelector("[data-fejl]");
  (wrong ?? piece?.querySelector("input:not([type=hidden]), a[href]"))?.focus();
});

// Where no proper answer comes to what a point asked for, it says so itself, and what was typed stays where it is.
function tellFailure({ sourceElement }) {
  const form = sourceElement.closest("form");
  const isSearch = form?.method === "get";
  const about = isSearch ? "search" : form ? "save" : "open";
  const words = document.querySelector(`template[data-failure="${about}"]`);
  if (!words || !sourceElement.isConnected) return;
  if (form && !isSearch) unsaved.add(form);
  const told = words.content.firstElementChild.cloneNode(true);
  told.dataset.failed = "";
  if (form) form.firstElementChild.after(told);
  else sourceElement.before(told);
  if (!isSearch) told.focus();
}

// A proxy, a login page or a fault of our own may have answered. What is right is the piece itself, or a page that says
// which place it takes.
function isProper({ response, text, target, hx }) {
  return response.status < 500 && (hx.retarget || !target.id || text.includes(`id="${target.id}"`));
}

document.addEventListener("htmx:before:request", (event) => {
  event.detail.ctx.sourceElement.closest("form, li")?.querySelector("[data-failed]")?.remove();
});
document.addEventListener("htmx:after:request", (event) => {
  if (isProper(event.detail.ctx)) return;
  event.preventDefault();
  tellFailure(event.detail.ctx);
});
document.addEventListener("htmx:error", (event) => {
  if (event.detail.ctx) tellFailure(event.detail.ctx);
});
