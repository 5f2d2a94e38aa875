//! An office for one test: a folder with a home and a store, and a world that nobody else's settings reach.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use portable_pty::CommandBuilder;
use tempfile::TempDir;

use super::window::{BOUND, Window};

/// A Monday morning in working time, on post A's day; the clock stands still there.
pub const NOW: &str = "2026-11-23T09:08";

/// The first case of the list and of the screen: urgent, in a community of post A.
pub const COVER: &str = "巷口井盖松动";
/// Ordinary, in a community of post B; the last on the screen.
pub const BRANCH: &str = "树枝压住电线";
/// Ordinary, in a community of post A.
pub const STAIRS: &str = "楼道堆放杂物";

const LIST: &str = "\
诉求编号,事件类型,诉求标题,登记时间,事件状态,事发区域,地址描述,联系电话
PTY26112300001,紧急件,巷口井盖松动,2026-11-23 09:00:00,待签收,三坊七巷,试验路1号,13800000001
PTY26112300002,自处件,树枝压住电线,2026-11-23 09:05:00,待签收,柳河,试验路2号,13800000002
PTY26112300003,自处件,楼道堆放杂物,2026-11-23 09:06:00,待签收,驿里,试验路3号,13800000003
";

pub struct Office {
    folder: TempDir,
}

impl Office {
    /// Nobody has ever sat here.
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Nothing has come in yet; who sits here was settled before.
    pub fn empty() -> Self {
        let office = Self::new();
        office.configure("");
        office
    }

    /// Three cases wait to be signed.
    pub fn with_cases() -> Self {
        let office = Self::empty();
        office.import();
        office
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn store(&self) -> PathBuf {
        self.path("desk/zhiban.db")
    }

    /// Writes the user's settings.
    pub fn configure(&self, settings: &str) {
        let folder = self.path("config/zhiban");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("config.toml"), settings).unwrap();
    }

    /// Brings the three cases in through the command line.
    pub fn import(&self) {
        let list = self.write_list();
        let said = self.run(&["import", list.to_str().unwrap()]);
        assert!(said.contains("新增 3 件"), "{said}");
    }

    /// Writes the list with the three cases.
    pub fn write_list(&self) -> PathBuf {
        let list = self.path("list.csv");
        fs::write(&list, LIST).unwrap();
        list
    }

    /// Runs a command that has to succeed, and returns what it says.
    pub fn run(&self, words: &[&str]) -> String {
        let output = self.try_run(words);
        assert!(output.status.success(), "{words:?}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command at another moment; it has to succeed.
    pub fn run_at(&self, now: &str, words: &[&str]) -> String {
        let output = self.try_run_at(now, words);
        assert!(output.status.success(), "{words:?} at {now}: {output:?}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Runs a command with no terminal about.
    pub fn try_run(&self, words: &[&str]) -> Output {
        self.try_run_at(NOW, words)
    }

    fn try_run_at(&self, now: &str, words: &[&str]) -> Output {
        assert_cmd::Command::new(program())
            .args(words)
            .env_clear()
            .envs(self.environment())
            .env("ZHIBAN_NOW", now)
            .current_dir(self.folder.path())
            .timeout(BOUND)
            .output()
            .unwrap()
    }

    /// A field of a case, by its title, as the command line tells it.
    pub fn field(&self, title: &str, field: &str) -> String {
        let listed: serde_json::Value =
            serde_json::from_str(&self.run(&["list", "--all", "--json"])).unwrap();
        let case = listed.as_array().unwrap().iter();
        let case = case.into_iter().find(|case| case["title"] == title);
        case.unwrap()[field].as_str().unwrap().to_owned()
    }

    /// The command that opens the desk.
    pub fn desk(&self, words: &[&str]) -> CommandBuilder {
        let mut command = self.command(program());
        command.args(words);
        command
    }

    /// A command in this office's world.
    pub fn command(&self, program: impl AsRef<OsStr>) -> CommandBuilder {
        let mut command = CommandBuilder::new(program);
        command.env_clear();
        for (name, value) in self.environment() {
            command.env(name, value);
        }
        command.cwd(self.folder.path());
        command
    }

    /// Opens the desk in a window, and waits until it shows its queue.
    pub fn open(&self, words: &[&str]) -> Window {
        let mut window = Window::open(self.desk(words));
        window.wait_for("the queue", |w| w.is_taken() && w.shows("按社区"));
        window
    }

    /// What every program here is started with.
    pub fn environment(&self) -> Vec<(&'static str, OsString)> {
        let below = |name: &str| self.path(name).into_os_string();
        vec![
            ("HOME", below("home")),
            ("XDG_CONFIG_HOME", below("config")),
            ("XDG_DATA_HOME", below("data")),
            ("LANG", "zh_CN.UTF-8".into()),
            ("TERM", "xterm-256color".into()),
            ("ZHIBAN_STORE", self.store().into_os_string()),
            ("ZHIBAN_NOW", NOW.into()),
        ]
    }
}

/// What the status line says once an act on the case of that place in the list is on disk.
pub fn done(place: u8, act: &str) -> String {
    format!("PTY2611230000{place} 已记：{act}")
}

/// What the first line says is waiting: to be signed, to be dispatched, to be answered.
pub fn counts(sign: u8, dispatch: u8, reply: u8) -> String {
    format!("待签 {sign} 待派 {dispatch} 待答复 {reply}")
}

pub fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_zhiban"))
}
