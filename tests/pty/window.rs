//! A program in a pseudo-terminal, with the screen a person would see: keys go in, and a test waits for what comes out.
//!
//! Two threads listen, one to the terminal and one to the system about the program; what they hear comes as one stream,
//! taken in while something is waited for.

use std::fmt::Write as _;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use portable_pty::{CommandBuilder, MasterPty, PtyPair, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, WaitOptions, WaitStatus, kill_process, waitpid};
use vt100::{MouseProtocolMode, Parser};
use zhiban::runtime::clock::Clock;

/// How long anything may take before a test gives up; no measure of speed, but shorter than the slow poll behind the watch
/// of the store, which is not to be what brings the news.
pub const BOUND: Duration = Duration::from_secs(20);

/// How a program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    Exit(i32),
    Killed(Signal),
}

enum Heard {
    Said(Vec<u8>),
    /// Nobody listens to the terminal any more.
    Deaf,
    Stopped,
    Ended(End),
}

/// The terminal's own end of the line.
struct Line {
    terminal: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// Kept, so that the terminal's settings can be read after the program has gone.
    _slave: Box<dyn SlavePty + Send>,
}

pub struct Window {
    heard: Receiver<Heard>,
    line: Option<Line>,
    screen: Parser,
    said: Vec<u8>,
    /// The terminal's settings before the program ran.
    before: String,
    pid: Pid,
    closing: Arc<AtomicBool>,
    deaf: bool,
    stopped: bool,
    end: Option<End>,
}

const fn size(columns: u16, lines: u16) -> PtySize {
    PtySize {
        rows: lines,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Window {
    /// Runs a command in a window of 80 columns and 24 lines.
    pub fn open(command: CommandBuilder) -> Self {
        let PtyPair { master, slave } = native_pty_system().openpty(size(80, 24)).unwrap();
        let before = settings(&*master);
        let child = slave.spawn_command(command).unwrap();
        let pid = child.process_id().unwrap().try_into().unwrap();
        let pid = Pid::from_raw(pid).unwrap();
        let (tell, heard) = channel();
        let closing = Arc::new(AtomicBool::new(false));
        let reader = master.try_clone_reader().unwrap();
        listen(reader, Arc::clone(&closing), tell.clone());
        thread::spawn(move || watch_over(pid, &tell));
        Self {
            heard,
            line: Some(Line {
                keys: master.take_writer().unwrap(),
                terminal: master,
                _slave: slave,
            }),
            screen: Parser::new(cells(24), cells(80), 0),
            said: Vec::new(),
            before,
            pid,
            closing,
            deaf: false,
            stopped: false,
            end: None,
        }
    }

    /// Types keys, as the bytes a terminal sends for them.
    pub fn press(&mut self, keys: &str) {
        self.press_bytes(keys.as_bytes());
    }

    pub fn press_bytes(&mut self, bytes: &[u8]) {
        let line = self.line.as_mut().unwrap();
        line.keys.write_all(bytes).unwrap();
        line.keys.flush().unwrap();
    }

    pub fn resize(&mut self, columns: u16, lines: u16) {
        self.screen
            .screen_mut()
            .set_size(cells(lines), cells(columns));
        let terminal = &self.line.as_ref().unwrap().terminal;
        terminal.resize(size(columns, lines)).unwrap();
    }

    /// Makes it narrow and as wide again as it was before the program looks: what does not fit is gone.
    pub fn squeeze(&mut self) {
        let (lines, columns) = self.screen.screen().size();
        let screen = self.screen.screen_mut();
        screen.set_size(lines, cells(1));
        screen.set_size(lines, columns);
        self.send(Signal::WINCH);
    }

    pub fn send(&self, signal: Signal) {
        kill_process(self.pid(), signal).unwrap();
    }

    pub const fn pid(&self) -> Pid {
        self.pid
    }

    pub const fn has_ended(&self) -> bool {
        self.end.is_some()
    }

    /// The terminal's device.
    pub fn device(&self) -> PathBuf {
        let terminal = &self.line.as_ref().unwrap().terminal;
        terminal.tty_name().unwrap()
    }

    /// Waits until something is so, taking in what the program says meanwhile.
    pub fn wait_for(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let started = Clock::instant();
        while !is_so(self) {
            let left = BOUND.saturating_sub(started.elapsed());
            let Ok(heard) = self.heard.recv_timeout(left) else {
                panic!("waited in vain for {what}:\n{}", self.picture());
            };
            self.take_in(heard);
        }
    }

    /// Waits until a text stands on the screen.
    pub fn see(&mut self, text: &str) {
        self.wait_for(text, |w| w.shows(text));
    }

    /// Waits for the program's end.
    pub fn end(&mut self) -> End {
        self.wait_for("the end", Self::has_ended);
        self.end.unwrap()
    }

    /// Waits until the program has stopped, as a shell does before it takes the terminal.
    pub fn wait_until_stopped(&mut self) {
        self.wait_for("the program to stop", |w| w.stopped);
        self.stopped = false;
    }

    /// Waits for the program's end, and for the terminal to be as it was before.
    pub fn end_given_back(&mut self) -> End {
        let end = self.end();
        self.wait_for("the terminal given back", Self::is_given_back);
        end
    }

    /// Ends the program without asking it; nothing it does at its end is done.
    pub fn kill(mut self) {
        self.send(Signal::KILL);
        assert_eq!(self.end(), End::Killed(Signal::KILL));
    }

    /// The terminal vanishes, as when its window is closed; the program is still there.
    pub fn vanish(&mut self) {
        // The listener holds the terminal too; it lets go after the next frame, which any key brings about.
        self.closing.store(true, Ordering::SeqCst);
        self.press("j");
        self.wait_for("the last frame", |w| w.deaf);
        self.line = None;
    }

    pub fn shows(&self, text: &str) -> bool {
        self.text().contains(text)
    }

    pub fn text(&self) -> String {
        self.screen.screen().contents()
    }

    /// The line of the screen that holds a text.
    pub fn line(&self, text: &str) -> String {
        let all = self.text();
        let line = all.lines().find(|line| line.contains(text));
        line.unwrap_or_default().to_owned()
    }

    /// How many frames have been drawn since the program ran.
    pub fn frames(&self) -> usize {
        let ends = b"\x1b[?2026l";
        self.said.windows(ends.len()).filter(|w| w == ends).count()
    }

    /// Has the program ever reached for the terminal?
    pub fn was_taken(&self) -> bool {
        self.said.contains(&b'\x1b')
    }

    /// Does the program hold the terminal, with all it asks of one?
    pub fn is_taken(&self) -> bool {
        let screen = self.screen.screen();
        screen.alternate_screen()
            && screen.bracketed_paste()
            && screen.mouse_protocol_mode() != MouseProtocolMode::None
            && self.settings() != self.before
    }

    /// Is the terminal as it was before?
    pub fn is_given_back(&self) -> bool {
        self.has_left_the_screen() && self.settings() == self.before
    }

    /// Has what a program asked for by signs been taken back?
    pub fn has_left_the_screen(&self) -> bool {
        let screen = self.screen.screen();
        !screen.alternate_screen()
            && !screen.bracketed_paste()
            && !screen.hide_cursor()
            && screen.mouse_protocol_mode() == MouseProtocolMode::None
    }

    fn settings(&self) -> String {
        self.line
            .as_ref()
            .map(|line| settings(&*line.terminal))
            .unwrap_or_default()
    }

    fn take_in(&mut self, heard: Heard) {
        match heard {
            Heard::Said(bytes) => {
                self.screen.process(&bytes);
                self.said.extend(bytes);
            }
            Heard::Deaf => self.deaf = true,
            Heard::Stopped => self.stopped = true,
            Heard::Ended(end) => self.end = Some(end),
        }
    }

    /// What a failed test shows.
    fn picture(&self) -> String {
        let screen = self.screen.screen();
        let mut picture = self.text();
        let _ = write!(
            picture,
            "\n-- ended {:?}, alternate screen {}, bracketed paste {}, mouse {:?}, cursor hidden {}, settings as before {}",
            self.end,
            screen.alternate_screen(),
            screen.bracketed_paste(),
            screen.mouse_protocol_mode(),
            screen.hide_cursor(),
            self.settings() == self.before,
        );
        picture
    }
}

impl Drop for Window {
    /// Leaves no program behind a test that failed.
    fn drop(&mut self) {
        while let Ok(heard) = self.heard.try_recv() {
            self.take_in(heard);
        }
        if self.end.is_none() {
            let _ = kill_process(self.pid, Signal::KILL);
        }
    }
}

/// The terminal's settings, in a form that can be compared.
fn settings(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios().unwrap())
}

fn listen(mut reader: Box<dyn Read + Send>, closing: Arc<AtomicBool>, tell: Sender<Heard>) {
    thread::spawn(move || {
        let mut bytes = vec![0; 1 << 16];
        while let Ok(count @ 1..) = reader.read(&mut bytes) {
            let told = tell.send(Heard::Said(bytes[..count].to_vec()));
            if told.is_err() || closing.load(Ordering::SeqCst) {
                break;
            }
        }
        drop(reader);
        let _ = tell.send(Heard::Deaf);
    });
}

/// Tells when the program stops and how it ends.
fn watch_over(pid: Pid, tell: &Sender<Heard>) {
    loop {
        let heard = match waitpid(Some(pid), WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => Heard::Stopped,
            Ok(Some((_, status))) => {
                let _ = tell.send(Heard::Ended(end(status)));
                return;
            }
            Ok(None) | Err(rustix::io::Errno::INTR) => continue,
            Err(_) => return,
        };
        let _ = tell.send(heard);
    }
}

fn end(status: WaitStatus) -> End {
    match (status.exit_status(), status.terminating_signal()) {
        (Some(code), _) => End::Exit(code),
        (None, Some(signal)) => End::Killed(Signal::from_named_raw(signal).unwrap()),
        (None, None) => panic!("{status:?} is no end"),
    }
}
