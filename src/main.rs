//! The executable: hands the command line and the environment to [`servicedesk::cli`] and ends with its exit code.

use std::process::ExitCode;

fn main() -> ExitCode {
    #[expect(clippy::disallowed_methods, reason = "the environment is read here, once")]
    let environment = std::env::vars_os();
    // What is not UTF-8 is no setting of ours.
    let environment =
        environment.filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)));
    servicedesk::cli::run(std::env::args_os(), environment.collect())
}
