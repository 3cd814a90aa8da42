"""Settings and decisions that came with the articles, or lie above them: what they may choose, and what they may not."""

from __future__ import annotations

import io
import json
import socket
from pathlib import Path

import pytest

from verify.batch.story import check_story
from verify.cli import main

Capture = pytest.CaptureFixture[str]
MODEL = [{"idx": 0, "name": "0", "path": "", "type": "evil.Evil"}]


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's own configuration folder, empty."""
    folder = tmp_path / "config"
    monkeypatch.setenv("VERIFY_CONFIG", str(folder))
    monkeypatch.chdir(tmp_path)
    return folder


def settings(story: Path, text: str) -> Path:
    (story / "verify.toml").write_text(text, encoding="utf-8")
    return story


def evil(folder: Path) -> Path:
    """Make a folder with a model that writes a file when its code is run."""
    folder.mkdir()
    (folder / "modules.json").write_text(json.dumps(MODEL))
    (folder / "evil.py").write_text(
        f"from pathlib import Path\nPath({str(folder / 'ran')!r}).touch()\nclass Evil: pass\n"
    )
    return folder


@pytest.mark.parametrize("option", ["json", "svg", "html", "csv", "sarif", "claimreview", "table"])
@pytest.mark.parametrize("above", [False, True])
def test_no_file_is_written_where_a_stranger_wishes(
    option: str, above: bool, story: Path, victim: Path, capsys: Capture
) -> None:
    before = victim.read_text()
    settings(story.parent if above else story, f"{option} = {json.dumps(str(victim))}\n")
    assert main(["check", str(story)]) == 0
    assert victim.read_text() == before
    (line,) = (line for line in capsys.readouterr().err.splitlines() if "ignored" in line)
    assert f"verify.toml: ignored: {option};" in line and "verify trust" in line


def test_reports_and_texts_go_where_the_user_says(story: Path, victim: Path) -> None:
    settings(story, f'out = "{victim.parent}"\nkeep-text = "{victim.parent}"\n')
    assert main(["check", str(story)]) == 0
    assert [path.name for path in victim.parent.iterdir()] == [".bashrc"]
    assert Path("reports/tram.md").exists()


def test_no_connection_is_opened(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    monkeypatch.setattr(
        "verify.batch.machine.run_on_machine", lambda found, options: [check_story(s, options) for s in found]
    )
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text((story / "a.txt").read_text())
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        settings(tmp_path, f'scheduler = "tcp://127.0.0.1:{server.getsockname()[1]}"\n')
        assert main(["check", "tram", "other"]) == 0
        with pytest.raises(TimeoutError):
            server.accept()
    assert "ignored: scheduler" in capsys.readouterr().err


def test_a_dash_is_a_name_like_another_where_it_is_not_standard_output(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    options = ("encoder", "keep-text", "out", "pipeline", "scheduler", "table")
    evil(story / "-")
    before = sorted((story / "-").iterdir())
    settings(story, "".join(f'{option} = "-"\n' for option in options) + 'csv = "-"\n')
    monkeypatch.chdir(story)
    assert main(["check", "a.txt", "b.txt"]) == 0
    out, err = capsys.readouterr()
    assert f"ignored: {', '.join(options)};" in err and out.startswith("\ufeffverdict,")
    assert sorted((story / "-").iterdir()) == before and (story / "reports").exists()


@pytest.mark.parametrize("option", ["encoder", "pipeline"])
def test_no_model_is_loaded(option: str, story: Path, capsys: Capture) -> None:
    model = evil(story / "model")
    settings(story, f'{option} = "{model if option == "pipeline" else "model"}"\n')
    assert main(["check", str(story / "a.txt"), str(story / "b.txt")]) == 0
    assert f"ignored: {option}" in capsys.readouterr().err
    assert not (model / "ran").exists()


def test_a_model_with_code_of_its_own_is_refused_also_on_the_command_line(story: Path, capsys: Capture) -> None:
    model = evil(story.parent / "model")
    assert main(["check", str(story), "--encoder", str(model)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "evil.Evil" in line and "expected" in line
    assert not (model / "ran").exists()


def test_levels_and_names_inside_the_folder_may_be_chosen(story: Path, tmp_path: Path, capsys: Capture) -> None:
    (story / "names.toml").write_text('same = [["Ann Lee", "A Lee"]]')
    settings(story, 'fail-on = "conflict"\nall = true\njson = "-"\naliases = "names.toml"\n')
    assert main(["check", str(story)]) == 1
    out, err = capsys.readouterr()
    assert json.loads(out)["facts"] and "ignored" not in err


@pytest.mark.parametrize("way", ["link", "path"])
def test_names_outside_the_folder_may_not(way: str, story: Path, victim: Path, capsys: Capture) -> None:
    (story / "names.toml").symlink_to(victim)
    settings(story, f'aliases = "{"names.toml" if way == "link" else "../home/.bashrc"}"\n')
    assert main(["check", str(story)]) == 0
    assert "ignored: aliases" in capsys.readouterr().err


def test_the_users_own_settings_go_before_those_of_a_stranger(story: Path, own: Path, tmp_path: Path) -> None:
    own.mkdir()
    (own / "verify.toml").write_text(f'fail-on = "conflict"\njson = "{tmp_path / "mine.json"}"\n')
    settings(story, 'fail-on = "never"\n')
    assert main(["check", str(story)]) == 1
    assert (tmp_path / "mine.json").exists()
    assert main(["check", str(story), "--fail-on", "never"]) == 0


def test_a_project_is_trusted_once_and_until_it_is_changed(story: Path, capsys: Capture) -> None:
    settings(story, 'json = "report.json"\n')
    assert main(["trust", str(story)]) == 0
    assert "json" in capsys.readouterr().out
    assert main(["check", str(story)]) == 0
    assert "ignored" not in capsys.readouterr().err and (story / "report.json").exists()
    (story / "report.json").unlink()
    settings(story, 'json = "report.json"\nhtml = "page.html"\n')
    assert main(["check", str(story)]) == 0
    assert "ignored: html, json" in capsys.readouterr().err and not (story / "report.json").exists()


def test_a_link_to_a_trusted_file_is_not_trusted(story: Path, tmp_path: Path, capsys: Capture) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    settings(mine, 'json = "report.json"\n')
    assert main(["trust", str(mine)]) == 0
    (story / "verify.toml").symlink_to(mine / "verify.toml")
    assert main(["check", str(story)]) == 0
    assert "ignored: json" in capsys.readouterr().err and not (story / "report.json").exists()


def test_trust_is_taken_back(story: Path, capsys: Capture) -> None:
    settings(story, 'json = "report.json"\n')
    assert main(["trust", str(story)]) == main(["trust", str(story), "--revoke"]) == 0
    assert main(["check", str(story)]) == 0
    assert "ignored: json" in capsys.readouterr().err


def test_a_file_that_came_with_articles_does_not_shadow_a_trusted_one_above(story: Path, tmp_path: Path) -> None:
    settings(tmp_path, 'fail-on = "conflict"\njson = "report.json"\n')
    assert main(["trust", str(tmp_path)]) == 0
    settings(story, 'fail-on = "never"\n')
    assert main(["check", str(story)]) == 1
    assert (tmp_path / "report.json").exists()


def test_what_is_shown_says_by_whom(story: Path, own: Path, capsys: Capture) -> None:
    own.mkdir()
    (own / "verify.toml").write_text("no-cache = true\n")
    settings(story, 'all = true\njson = "x"\n')
    assert main(["check", str(story), "--show-settings"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {f"no-cache = true  # {own / 'verify.toml'}", "all = true  # tram/verify.toml", "# json is not set"} <= set(
        lines
    )


def test_nothing_to_trust_is_told(story: Path, capsys: Capture) -> None:
    assert main(["trust", str(story)]) == 2
    assert "no settings" in capsys.readouterr().err


def test_who_dismissed_what_is_said_where_it_matters(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("d one\nd two\n"))
    main(["review", str(story), "--who", "Mallory"])
    capsys.readouterr()
    assert main(["check", str(story), "--fail-on", "conflict"]) == 0
    out, err = capsys.readouterr()
    assert "2 dismissed by Mallory" in out
    assert "verify: tram: --fail-on conflict does not heed 2 findings dismissed by Mallory in " in err
    assert main(["check", str(story), "--fail-on", "conflict", "--no-review"]) == 1


def test_a_stranger_does_not_keep_the_program_running(
    story: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("verify.cli.check.again_and_again", lambda *_, **__: pytest.fail("it watches"))
    assert main(["check", str(settings(story, "watch = true\n"))]) == 0
    assert "verify.toml: ignored: watch;" in capsys.readouterr().err


def test_levels_of_a_stranger_are_told(story: Path, capsys: Capture) -> None:
    settings(story, 'min-confidence = "high"\nfail-on = "never"\n')
    assert main(["check", str(story), "--fail-on", "flag"]) == 1
    err = capsys.readouterr().err
    assert 'verify.toml: min-confidence = "high", by a file that is not trusted' in err and "never" not in err


def test_standard_output_is_whose_the_command_line_says(story: Path, capsys: Capture) -> None:
    assert main(["check", str(settings(story, 'json = "-"\n')), "--csv", "-"]) == 0
    assert capsys.readouterr().out.startswith("\ufeff")
