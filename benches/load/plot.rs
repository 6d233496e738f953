//! A table's figures as a picture: bars in SVG, which every browser shows.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;

/// Where the pictures go, beside what was built.
const FOLDER: &str = "target/load";
const WIDTH: f64 = 720.0;
/// Room for the names.
const NAMES: f64 = 260.0;
/// Room for the figures behind the bars.
const FIGURES: f64 = 90.0;
const ROW: f64 = 30.0;
const HEAD: f64 = 48.0;

/// A bar: its name, its length, and whether it is a floor beside which another is seen.
pub struct Bar {
    pub name: String,
    pub figure: f64,
    pub floor: bool,
}

/// Writes a picture of the bars and says where it is.
pub fn write(file: &str, title: &str, bars: &[Bar]) -> anyhow::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(FOLDER);
    std::fs::create_dir_all(&folder)?;
    let path = folder.join(file);
    std::fs::write(&path, draw(title, bars))
        .with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(path)
}

fn draw(title: &str, bars: &[Bar]) -> String {
    let most = bars.iter().map(|bar| bar.figure).fold(f64::MIN_POSITIVE, f64::max);
    let height = HEAD + ROW * bars.len() as f64 + 16.0;
    let mut rows = String::new();
    for (number, bar) in bars.iter().enumerate() {
        let middle = HEAD + ROW * (number as f64 + 0.5);
        let length = (WIDTH - NAMES - FIGURES) * bar.figure / most;
        let (top, words, behind) = (middle - 9.0, middle + 4.5, NAMES + length + 8.0);
        let (kind, name, figure) = (if bar.floor { "floor" } else { "desk" }, &bar.name, bar.figure);
        writeln!(
            rows,
            r#"<text class="name" x="{}" y="{words}">{name}</text>
<rect class="{kind}" x="{NAMES}" y="{top}" width="{length:.1}" height="18" rx="3"/>
<text x="{behind:.1}" y="{words}">{figure:.0}</text>"#,
            NAMES - 12.0
        )
        .expect("a text takes everything");
    }
    format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{title}">
<style>
text {{ font: 13px system-ui, sans-serif; fill: #333 }}
.title {{ font-weight: 600; font-size: 15px }}
.name {{ text-anchor: end }}
.floor {{ fill: #c9c4b8 }}
.desk {{ fill: #1f6f5c }}
@media (prefers-color-scheme: dark) {{ text {{ fill: #ddd }} .floor {{ fill: #55524b }} .desk {{ fill: #4fae96 }} }}
</style>
<text class="title" x="16" y="28">{title}</text>
{rows}</svg>
"#
    )
}
