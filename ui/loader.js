// Starts the interface. An external module, because the content security policy allows no inline script.
import init from "/attune.js";

try {
  await init({ module_or_path: "/attune_bg.wasm" });
} catch (error) {
  console.error(error);
  const note = document.createElement("p");
  note.setAttribute("role", "alert");
  note.className = "loader-failed";
  note.textContent =
    "Attune could not start its window. Your data is untouched. Close it and open it again; if that does not help, install Attune again.";
  document.body.append(note);
}
