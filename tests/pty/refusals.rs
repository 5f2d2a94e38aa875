//! A desk that cannot open says why in one line and leaves terminal and disk alone.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use super::office::{Office, program};
use super::window::{End, Window};

#[test]
fn without_a_terminal_it_says_so_and_touches_nothing() {
    let office = Office::empty();
    for words in [&[][..], &["run"]] {
        let output = office.try_run(words);
        assert_eq!(output.status.code(), Some(2), "{output:?}");
        assert!(output.stdout.is_empty(), "{output:?}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(said.lines().count(), 1, "{said}");
        assert!(said.contains("不在终端里"), "{said}");
    }
    assert!(!office.store().exists());
}

#[test]
fn with_only_its_output_on_a_terminal_it_does_not_open_either() {
    let office = Office::empty();
    let mut command = office.command("/bin/sh");
    command.args(["-c", "exec \"$0\" </dev/null"]);
    command.arg(program());
    let mut window = Window::open(command);
    window.see("不在终端里");
    assert_eq!(window.end_given_back(), End::Exit(2));
    assert!(!window.was_taken());
}

#[test]
fn a_store_in_a_folder_that_is_not_there_yet_is_made_for_its_owner_alone() {
    let office = Office::empty();
    let mut desk = office.open(&["--store", "far/away/desk.db"]);
    desk.see("没有在办的件");
    desk.press("q");
    assert_eq!(desk.end_given_back(), End::Exit(0));
    let rights = |name: &str| {
        let meta = fs::metadata(office.path(name)).unwrap();
        meta.permissions().mode() & 0o777
    };
    assert_eq!(rights("far"), 0o700);
    assert_eq!(rights("far/away"), 0o700);
    assert_eq!(rights("far/away/desk.db"), 0o600);
}

#[test]
fn a_store_that_cannot_be_made_is_named_and_the_terminal_never_taken() {
    let office = Office::empty();
    fs::write(office.path("file"), "not a folder").unwrap();
    // Nobody can make a folder there, not even the superuser.
    for store in ["file/desk.db", "/proc/zhiban/desk.db"] {
        let mut window = Window::open(office.desk(&["--store", store]));
        window.see(store);
        assert_eq!(window.end_given_back(), End::Exit(3));
        assert!(!window.was_taken(), "{}", window.text());
    }
    assert_eq!(fs::read(office.path("file")).unwrap(), b"not a folder");
}
