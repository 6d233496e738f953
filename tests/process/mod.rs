//! A desk as a process of its own: started, asked, stopped or killed, the way an operator and the machine do it.

#![allow(dead_code, reason = "each test binary uses what it needs")]

pub mod http;
pub mod rest;
pub mod sync;
pub mod visitor;

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::sync_channel;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};

/// Longest wait for anything that must happen.
pub const PATIENCE: Duration = Duration::from_mins(1);

/// Variables that lift every limit on how often something may be done.
pub const UNLIMITED: [(&str, &str); 18] = [
    ("SERVICEDESK_LIMITS__LOGIN_PER_MINUTE", "1000000"),
    ("SERVICEDESK_LIMITS__LOGIN_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__VISITOR_SENDS_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__VISITOR_SENDS_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__AGENT_SENDS_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__AGENT_SENDS_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__SENDS_HARD_PER_MINUTE", "100000000"),
    ("SERVICEDESK_LIMITS__FRAMES_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__FRAMES_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__SESSION_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__SESSION_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__API_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__API_BURST", "1000000"),
    ("SERVICEDESK_LIMITS__SEARCH_PER_SECOND", "1000000"),
    ("SERVICEDESK_LIMITS__CONNECTIONS_PER_ADDRESS", "10000"),
    ("SERVICEDESK_LIMITS__REQUESTS_PER_ADDRESS", "10000"),
    ("SERVICEDESK_LIMITS__ADDRESS_WRITES_PER_MINUTE", "100000000"),
    ("SERVICEDESK_LIMITS__ADDRESS_STORED_PER_DAY", "64GiB"),
];

/// The executable that `SERVICEDESK_BIN` names, if it does.
#[expect(clippy::disallowed_methods, reason = "which executable is tested is told from outside")]
fn given() -> Option<std::ffi::OsString> {
    std::env::var_os("SERVICEDESK_BIN")
}

/// Whether another executable is tested than the one built with the tests.
pub fn is_given() -> bool {
    given().is_some()
}

/// The command on a data folder, with nothing of this machine's settings.
pub fn servicedesk(data: &Path) -> Command {
    let mut command = Command::new(given().unwrap_or_else(|| env!("CARGO_BIN_EXE_servicedesk").into()));
    command
        .env_clear()
        .current_dir(data.parent().expect("a data folder lies in another"))
        .arg("--data")
        .arg(data);
    command
}

/// How a command ended, and what it printed.
#[derive(Debug)]
pub struct Ended {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

/// Runs a command to its end, with `input` on its standard input.
pub fn run(command: &mut Command, input: &str) -> Ended {
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the executable starts");
    let mut stdin = child.stdin.take().expect("it is piped");
    // A command that does not read its input may be gone already.
    drop(stdin.write_all(input.as_bytes()));
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    Ended {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).expect("it prints UTF-8"),
        err: String::from_utf8(output.stderr).expect("it prints UTF-8"),
    }
}

/// Runs a command that must succeed, and gives its output without the last line end.
pub fn done(data: &Path, args: &[&str], input: &str) -> String {
    let ended = run(servicedesk(data).args(args), input);
    assert_eq!(ended.code, Some(0), "{args:?}: {}", ended.err);
    ended.out.trim_end_matches('\n').to_owned()
}

/// A running desk; killed when dropped.
#[derive(Debug)]
pub struct Served {
    child: Child,
    /// `http://127.0.0.1:PORT`
    pub origin: String,
    /// The token of the set-up link, if there is one.
    pub setup_token: Option<String>,
    /// Everything it printed until it was ready.
    pub links: Vec<String>,
    /// Where its log goes.
    pub log: PathBuf,
}

impl Served {
    /// Starts a desk on a free port and waits until it has told its links.
    pub fn start(data: &Path, variables: &[(&str, &str)]) -> Self {
        Self::start_on("127.0.0.1:0", data, variables)
    }

    /// Starts a desk where those who knew an earlier one look for it.
    pub fn start_on(listen: &str, data: &Path, variables: &[(&str, &str)]) -> Self {
        let log = data.with_extension("log");
        let file =
            File::options().create(true).append(true).open(&log).expect("a log beside the data folder");
        let mut child = servicedesk(data)
            .args(["serve", "--listen", listen])
            .envs(variables.iter().copied())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(file)
            .spawn()
            .expect("the executable starts");
        let stdout = BufReader::new(child.stdout.take().expect("it is piped"));
        let (tell, told) = sync_channel(16);
        std::thread::spawn(move || {
            // Ends with the desk, or when nobody listens any more.
            stdout.lines().map_while(Result::ok).try_for_each(|line| tell.send(line))
        });
        let mut links: Vec<String> = Vec::new();
        while !links.last().is_some_and(|line| line.starts_with("demo shop")) {
            let Ok(line) = told.recv_timeout(PATIENCE) else {
                let said = std::fs::read_to_string(&log).unwrap_or_default();
                unreachable!("the desk did not start: {said}");
            };
            links.push(line);
        }
        let setup_token =
            links.iter().find_map(|line| Some(line.split_once("/setup#token=")?.1.trim().to_owned()));
        let address = links.last().and_then(|line| line.split_whitespace().last()).expect("an address");
        let origin = address.strip_suffix("/demo").expect("the demo page").to_owned();
        Self { child, origin, setup_token, links, log }
    }

    /// The number of its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    /// Where its sockets are.
    pub fn socket(&self) -> String {
        format!("{}/im/v1/socket", self.origin.replacen("http", "ws", 1))
    }

    /// Ends the process as a defect of the machine does: nothing more runs in it.
    pub fn kill(&self) {
        self.signal(Signal::KILL);
    }

    /// Sends it a signal.
    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_child(&self.child);
        kill_process(pid, signal).expect("it runs");
    }

    /// Waits until it has ended by itself.
    pub fn wait(mut self) -> ExitStatus {
        self.child.wait().expect("it has ended")
    }

    /// Stops it in order.
    pub fn stop(self) {
        self.signal(Signal::TERM);
        let log = self.log.clone();
        let status = self.wait();
        assert!(status.success(), "{status}: {}", std::fs::read_to_string(log).unwrap_or_default());
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // Gone already, if the test went well.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
