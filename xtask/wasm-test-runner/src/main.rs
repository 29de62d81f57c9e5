//! Runs a wasm test binary in a headless browser: wasm-bindgen's own runner, linked in so that its version cannot drift.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
