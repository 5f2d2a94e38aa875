//! What the system tells the desk from outside: end, stop, go on; that the terminal is gone, or has something to be read.
//!
//! The one place that differs between systems. Called by the loop of `runtime`.

/// Something the system wants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// The program is to end, or its terminal is gone.
    End,
    /// The program is to be suspended.
    Stop,
    /// The program runs again after it was suspended.
    Continue,
}

#[cfg(unix)]
mod system {
    use std::io;

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use tokio::signal::unix::{self, SignalKind};

    use super::super::stream::{Stream, Woken};
    use super::Signal;

    /// The signals the desk listens to.
    #[derive(Debug)]
    pub struct Signals {
        terminate: unix::Signal,
        hang_up: unix::Signal,
        quit: unix::Signal,
        interrupt: unix::Signal,
        stop: unix::Signal,
        go_on: unix::Signal,
    }

    impl Signals {
        /// Listens; the runtime must be running.
        ///
        /// # Errors
        /// What the system says.
        pub fn new() -> io::Result<Self> {
            let raw = |s: rustix::process::Signal| SignalKind::from_raw(s.as_raw());
            Ok(Self {
                terminate: unix::signal(SignalKind::terminate())?,
                hang_up: unix::signal(SignalKind::hangup())?,
                quit: unix::signal(SignalKind::quit())?,
                interrupt: unix::signal(SignalKind::interrupt())?,
                stop: unix::signal(raw(rustix::process::Signal::TSTP))?,
                go_on: unix::signal(raw(rustix::process::Signal::CONT))?,
            })
        }

        /// The next one. An end goes before the rest: a suspended program that is ended is woken too, and must not reach
        /// for a terminal that belongs to somebody else by then.
        pub async fn next(&mut self) -> Signal {
            tokio::select! {
                biased;
                _ = self.terminate.recv() => Signal::End,
                _ = self.hang_up.recv() => Signal::End,
                _ = self.quit.recv() => Signal::End,
                _ = self.interrupt.recv() => Signal::End,
                _ = self.stop.recv() => Signal::Stop,
                _ = self.go_on.recv() => Signal::Continue,
            }
        }
    }

    /// Waits for the terminal to vanish, on a thread of its own. The event reader would not notice it, and would not come to
    /// rest either.
    pub fn watch_terminal(stream: Stream) -> io::Result<()> {
        let wait = move || {
            let input = std::io::stdin();
            let mut watched = [PollFd::new(&input, PollFlags::empty())];
            while matches!(
                poll(&mut watched, None),
                Ok(0) | Err(rustix::io::Errno::INTR)
            ) {}
            // Nobody listens any more when the desk is closing anyway.
            let _ = stream.send(Woken::Signal(Signal::End));
        };
        std::thread::Builder::new()
            .name("terminal-watch".to_owned())
            .spawn(wait)?;
        Ok(())
    }

    /// Has the terminal signs that were not read?
    pub fn terminal_is_readable() -> bool {
        let input = std::io::stdin();
        let mut terminal = [PollFd::new(&input, PollFlags::IN)];
        poll(&mut terminal, Some(&Timespec::default())).is_ok_and(|ready| ready > 0)
    }

    /// Suspends this program until it is told to go on.
    pub fn suspend() {
        // A system that refuses leaves the desk running, which is no harm.
        let _ =
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
    }
}

#[cfg(not(unix))]
mod system {
    use std::io;

    use super::super::stream::Stream;
    use super::Signal;

    /// A terminal that vanishes ends the program by itself here.
    pub fn watch_terminal(_stream: Stream) -> io::Result<()> {
        Ok(())
    }

    /// The signals the desk listens to.
    #[derive(Debug)]
    pub struct Signals(());

    impl Signals {
        /// Listens; the runtime must be running.
        ///
        /// # Errors
        /// What the system says.
        pub fn new() -> io::Result<Self> {
            Ok(Self(()))
        }

        /// The next one.
        pub async fn next(&mut self) -> Signal {
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
            Signal::End
        }
    }

    /// The event reader is asked alone here.
    pub fn terminal_is_readable() -> bool {
        false
    }

    /// There is no suspending here.
    pub fn suspend() {}
}

use super::stream::{Stream, Woken};
use system::Signals;
pub use system::{suspend, terminal_is_readable};

/// Listens to the system on a thread of its own. From the return on no signal ends the program by itself.
///
/// # Errors
/// When the system lets nobody listen.
pub fn listen(stream: Stream) -> std::io::Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    let mut signals = {
        let _entered = runtime.enter();
        Signals::new()?
    };
    system::watch_terminal(stream.clone())?;
    let hear = async move {
        loop {
            let signal = signals.next().await;
            if stream.send(Woken::Signal(signal)).is_err() {
                return;
            }
        }
    };
    std::thread::Builder::new()
        .name("signals".to_owned())
        .spawn(move || runtime.block_on(hear))?;
    Ok(())
}

#[cfg(test)]
#[cfg(unix)]
mod tests {
    use super::*;

    /// Unheard, the signal would end the test run itself, with the terminal left as it is.
    #[test]
    fn a_quit_ends_the_desk_as_other_ends_do() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        runtime.block_on(async {
            let mut signals = Signals::new().unwrap();
            let here = rustix::process::getpid();
            rustix::process::kill_process(here, rustix::process::Signal::QUIT).unwrap();
            assert_eq!(signals.next().await, Signal::End);
        });
    }
}
