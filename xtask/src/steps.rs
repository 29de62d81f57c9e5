//! Running other programs, with a line for each step so that no minute passes in silence.

use anyhow::{Context, Result, bail};
use std::{
    ffi::OsStr,
    process::{Command, Stdio},
    time::Instant,
};

/// Does a step under its name and says how long it took.
pub fn step<T>(name: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
    eprintln!("→ {name}");
    let begun = Instant::now();
    let done = work().with_context(|| format!("“{name}” did not succeed"))?;
    eprintln!("  {name}: {:.1} s", begun.elapsed().as_secs_f32());
    Ok(done)
}

/// A program with its arguments, to be changed before [`run`].
pub fn program(name: &str, args: &[&str]) -> Command {
    let mut command = Command::new(name);
    command.args(args);
    command
}

/// Cargo, as the one that runs us, without the settings it gave us for our own package.
pub fn cargo(args: &[&str]) -> Command {
    let mut command = program(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned()), args);
    for (key, _) in
        std::env::vars().filter(|(key, _)| key.starts_with("CARGO_PKG_") || key.starts_with("CARGO_MANIFEST"))
    {
        command.env_remove(key);
    }
    command
}

/// The command as one would type it, for messages: without the settings of the surroundings.
fn line(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Runs it, its output on ours; an error names it.
pub fn run(mut command: Command) -> Result<()> {
    let name = line(&command);
    let status = command.status().with_context(|| format!("{name} could not be started"))?;
    if !status.success() {
        bail!("{name} ended with {status}");
    }
    Ok(())
}

/// Runs it and takes what it prints; an error shows all of it.
pub fn output(mut command: Command) -> Result<String> {
    let name = line(&command);
    let output = command.output().with_context(|| format!("{name} could not be started"))?;
    if !output.status.success() {
        bail!("{name} ended with {}\n{}", output.status, String::from_utf8_lossy(&output.stderr));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program is on the path.
pub fn is_there(name: &str) -> bool {
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(name).is_file()))
}

/// Installs packages from Debian, where there is `apt-get` and we are root; `arguments` are theirs and its options. Says
/// whether it did.
///
/// # Errors
/// If the installation fails.
pub fn from_debian(what: &str, arguments: &[&str]) -> Result<bool> {
    if !is_there("apt-get") || output(program("id", &["-u"])).map_or(true, |id| id.trim() != "0") {
        return Ok(false);
    }
    step(&format!("{what} from Debian"), || {
        run(program("apt-get", &["update", "-qq"]))?;
        let mut install = program("apt-get", &["install", "-y", "-qq"]);
        install.args(arguments).env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null());
        run(install)
    })?;
    Ok(true)
}
