//! Rebuilds the program when a text changes: the compiler does not know that the locales are compiled in.

fn main() {
    println!("cargo::rerun-if-changed=assets/locales");
    println!("cargo::rerun-if-changed=i18n.toml");
}
