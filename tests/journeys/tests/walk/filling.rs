//! Screening from the client's side, in a browser and in the window.

use anyhow::Result;
use journeys::{Browser, Front, Window, journey, missing_for_browser, missing_for_window, skip};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screening_is_filled_in_and_the_device_handed_over_in_a_browser() -> Result<()> {
    if skip(&missing_for_browser())? {
        return Ok(());
    }
    journey::filling(Front::Browser(Box::new(Browser::start().await?))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_fills_in_in_their_own_vault_in_a_browser() -> Result<()> {
    if skip(&missing_for_browser())? {
        return Ok(());
    }
    journey::own_vault(Front::Browser(Box::new(Browser::start().await?))).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_screening_is_filled_in_and_the_device_handed_over_in_the_window() -> Result<()> {
    if skip(&missing_for_window())? {
        return Ok(());
    }
    journey::filling(Front::Window(Box::new(Window::start().await?))).await
}
