// What the pages need beyond htmx. Everything works without it too, only with whole pages.
// No inline handlers: the content security policy allows scripts from our own files alone.
const dialog = () => document.getElementById("dialog");
const me = () => document.querySelector("details.lp-me[open]");
let opener = null;

const show = (template) =>
  document.getElementById("notice").replaceChildren(document.getElementById(template).content.cloneNode(true));

// A dialog opens when its content has arrived, on the first field with an error or on its title;
// closing gives the focus back to what opened it.
document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (detail.target?.id === "dialog-content" && !dialog().open) opener = detail.elt;
});
document.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id !== "dialog-content") return;
  if (!dialog().open) dialog().showModal();
  (dialog().querySelector("[aria-invalid=true]") ?? dialog().querySelector("#dialog-title"))?.focus();
});
document.addEventListener("dialog:close", () => dialog().close());
document.addEventListener("DOMContentLoaded", () =>
  dialog()?.addEventListener("close", () => {
    opener?.focus();
    opener = null;
  }),
);

// Someone who waits is told when the answer does not come.
document.addEventListener("htmx:responseError", () => show("notice-failed"));
document.addEventListener("htmx:sendError", () => show("notice-offline"));

document.addEventListener("click", ({ target }) => {
  target.closest("[data-toast-close]")?.closest(".lp-toast").remove();
  if (target.closest("[data-dialog-close]")) dialog().close();
  if (me() && !me().contains(target)) me().open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !me()) return;
  const menu = me();
  menu.open = false;
  menu.querySelector("summary").focus();
});
