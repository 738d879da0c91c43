//! The main job of the program, in a browser and in the window: the same steps.

use anyhow::Result;
use journeys::{Browser, Front, Window, journey, missing_for_browser, missing_for_window, skip};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_session_becomes_a_signed_note_in_a_browser() -> Result<()> {
    if skip(&missing_for_browser())? {
        return Ok(());
    }
    journey::main_job(Front::Browser(Box::new(Browser::start().await?))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_recorded_session_becomes_a_signed_note_in_the_window() -> Result<()> {
    if skip(&missing_for_window())? {
        return Ok(());
    }
    journey::main_job(Front::Window(Box::new(Window::start().await?))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn other_roles_find_their_pages_in_a_browser() -> Result<()> {
    if skip(&missing_for_browser())? {
        return Ok(());
    }
    for role in ["Client", "Practice manager"] {
        journey::other_role(Front::Browser(Box::new(Browser::start().await?)), role).await?;
    }
    Ok(())
}
