//! Keeps picked and saved files out of the desktop's list of recently used files: it lies in plain in the person's home and
//! would tell which recordings and notes there are. GTK adds every file of its dialogs by itself and later than the dialog
//! ends, so what is ours is taken out whenever the list changes. Nothing else of the list is touched.

use std::cell::RefCell;
use std::collections::HashSet;
use std::path::Path;

use gtk::prelude::RecentManagerExt as _;
use tauri::AppHandle;

thread_local! {
    /// Addresses of files picked or saved in this run; on the thread of the window alone.
    static OURS: RefCell<HashSet<String>> = RefCell::default();
}

/// Begins to watch the list. Call it on the thread of the window.
pub(crate) fn watch() {
    if let Some(list) = gtk::RecentManager::default() {
        list.connect_changed(sweep);
    }
}

/// Keeps a file out of the list from now on.
pub(crate) fn keep_out(program: &AppHandle, path: &Path) {
    let Ok(address) = gtk::glib::filename_to_uri(path, None) else { return };
    let queued = program.run_on_main_thread(move || {
        OURS.with_borrow_mut(|ours| ours.insert(address.to_string()));
        if let Some(list) = gtk::RecentManager::default() {
            sweep(&list);
        }
    });
    if queued.is_err() {
        tracing::warn!("a file may stand in the desktop's list of recently used files");
    }
}

fn sweep(list: &gtk::RecentManager) {
    let listed: Vec<String> =
        OURS.with_borrow(|ours| ours.iter().filter(|address| list.has_item(address)).cloned().collect());
    for address in listed {
        if list.remove_item(&address).is_err() {
            tracing::warn!("a file stays in the desktop's list of recently used files");
        }
    }
}
