// Finds the first visible element. Arguments: how, what. Answers {element, blocked} or null.
const [how, what] = arguments;
const clean = (text) => (text || "").replace(/\s+/g, " ").trim();
const seen = (element) =>
  element.getClientRects().length > 0 && getComputedStyle(element).visibility !== "hidden";
const named = (element) =>
  [element.getAttribute("aria-label"), element.innerText].some((name) => clean(name) === what);
const labelText = (label) => {
  const copy = label.cloneNode(true);
  copy.querySelectorAll(".field-optional").forEach((mark) => mark.remove());
  return clean(copy.textContent);
};
const all = (scope, selector) => [...scope.querySelectorAll(selector)];
const search = (scope) => {
  switch (how) {
    case "css":
      return all(scope, what);
    case "button":
      return all(scope, "button, a, [role=tab], [role=menuitem], summary").filter(named);
    case "choice":
      return all(scope, "label").filter((label) => {
        const name = label.querySelector(".radio-card-label") || label;
        return clean(name.textContent) === what;
      });
    case "field": {
      const labels = all(scope, "label[for]").filter((label) => labelText(label) === what);
      return labels.map((label) => document.getElementById(label.htmlFor)).filter(Boolean);
    }
    default:
      throw new Error("unknown way to find: " + how);
  }
};
// What lies under an open dialog cannot be reached: the dialog comes first.
const dialog = all(document, "dialog[open]").pop();
const scopes = dialog ? [dialog, document] : [document];
for (const scope of scopes) {
  const element = search(scope).find(seen);
  if (element) {
    const is = (name) => element.getAttribute(name) === "true";
    return { element, blocked: is("aria-disabled") || is("aria-busy") || element.disabled === true };
  }
}
return null;
