//! temporary
use servicedesk::*;
#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let config = config::Config::load(None, std::env::vars())?;
    telemetry::start(&config.log)?;
    let data = std::env::args().nth(1).unwrap_or("./servicedesk-data".into());
    let r = app::start(app::Options { config, data: data.into(), clock: clock::SystemClock::shared(), entropy: std::sync::Arc::new(entropy::SystemEntropy) }).await?;
    eprintln!("{:?}", r.links);
    tokio::signal::ctrl_c().await?;
    r.stop().await;
    Ok(())
}
