#!/bin/sh
# Installs the app as a service of systemd, and upgrades it: `git pull`, then the same once more. See --help.
set -eu

usage() {
	cat <<'END'
deploy/install.sh [--system] [--backup timer|server] [--dry-run]
deploy/install.sh [--system] --uninstall [--dry-run]

  (nothing)           a service of your own account, run from this folder, on its ./data
  --system            a service of the machine, shut in, run from /opt/walmart-agent; needs root
  --backup timer      daily backups by a timer of systemd, and none inside the server
  --backup server     daily backups inside the server, as at the beginning
  --uninstall         takes the service away and leaves lists, backups and settings
  --dry-run, --print  says what it would do, and does nothing

With DESTDIR set, files are put below that folder and nothing is started.
END
}

say() { printf '%s\n' "$*"; }

fail() {
	printf '%s\n' "$*" >&2
	exit 1
}

# Something that it needs is missing. Somebody who only looks is told, and sees the rest as well.
refuse() {
	[ "$dry_run" = yes ] || fail "$*"
	say "would stop: $*"
}

# Everything that changes something goes through here.
run() {
	if [ "$dry_run" = yes ]; then say "would run: $*"; else "$@"; fi
}

ctl() {
	[ -z "$destdir" ] || return 0
	if [ "$mode" = user ]; then run systemctl --user "$@"; else run systemctl "$@"; fi
}

mode=user action=install backup=keep dry_run=no is_first=no
destdir=${DESTDIR:-}
while [ $# -gt 0 ]; do
	case $1 in
	--system) mode=system ;;
	--uninstall) action=uninstall ;;
	--dry-run | --print) dry_run=yes ;;
	--backup)
		backup=${2:-}
		[ $# -gt 1 ] && shift
		;;
	--help | -h)
		usage
		exit 0
		;;
	*)
		usage >&2
		exit 2
		;;
	esac
	shift
done
case $backup in
keep | timer | server) ;;
*) fail "--backup takes timer or server." ;;
esac

source_dir=$(cd "$(dirname "$0")/.." && pwd -P)
if [ "$mode" = user ]; then
	config=${XDG_CONFIG_HOME:-$HOME/.config}
	units=$destdir$config/systemd/user
	settings=$destdir$config/walmart-agent/env
	app_dir=$source_dir
	unit_sources=$source_dir/deploy
	unit_names='walmart-agent.service walmart-backup.service walmart-drill.service'
	journal='journalctl --user -u walmart-agent -n 20'
else
	units=$destdir/etc/systemd/system
	settings=$destdir/etc/walmart-agent/env
	app_dir=$destdir/opt/walmart-agent
	unit_sources=$source_dir/deploy/system
	unit_names='walmart-agent.service walmart-agent-alive.service walmart-agent-alive.timer
		walmart-backup.service walmart-drill.service walmart-home-ca.service walmart-home-ca.timer'
	journal='journalctl -u walmart-agent -n 20'
fi
timer_names='walmart-backup.timer walmart-drill.timer'
drop_in=$units/walmart-agent.service.d/backup-by-timer.conf

# The value of a setting, or what it is without one.
setting() {
	value=$(sed -n "s/^$1=//p" "$settings" 2>/dev/null | tail -n 1 | tr -d "\"'")
	printf '%s' "${value:-$2}"
}

data_dir() {
	if [ "$mode" = user ]; then default=./data; else default=/var/lib/walmart-agent; fi
	folder=$(setting DATA_DIR "$default")
	case $folder in
	/*) printf '%s' "$folder" ;;
	*) printf '%s' "$app_dir/${folder#./}" ;;
	esac
}

# ── What it needs ────────────────────────────────────────────────────────────────────────────────────────────────

check_rights() {
	[ -z "$destdir" ] || return 0
	if [ "$mode" = system ] && [ "$(id -u)" != 0 ]; then
		refuse 'A service of the machine needs root: sudo deploy/install.sh --system'
	fi
	if [ "$mode" = user ] && [ "$(id -u)" = 0 ]; then
		refuse 'This is root. Run it as yourself, or with --system for a service of the machine.'
	fi
}

check_systemd() {
	[ -z "$destdir" ] || return 0
	command -v systemctl >/dev/null ||
		refuse 'There is no systemctl here. Without systemd, run "npm start" by what starts your services.'
	[ -d /run/systemd/system ] ||
		refuse 'systemd has not started this machine (a container?). Run "npm start", or see deploy/compose.yaml.'
	if [ "$mode" = user ] && ! systemctl --user show-environment >/dev/null 2>&1; then
		refuse "systemd does not answer for your account. Log in as $(id -un) itself (by ssh or at the machine, not by su), and run this again."
	fi
}

check_node() {
	command -v node >/dev/null ||
		refuse 'Node is missing. Install Node 20 or newer with npm, such as: sudo apt-get install nodejs npm'
	command -v npm >/dev/null ||
		refuse 'npm is missing. Install it, such as: sudo apt-get install npm'
	major=$(node -p 'process.versions.node.split(".")[0]')
	[ "$major" -ge 20 ] || refuse "This needs Node 20 or newer, and this is $(node --version)."
}

check_folders() {
	case $source_dir in
	*[\"\\\|\&:%\$]*)
		refuse "A unit cannot carry the name of this folder ($source_dir). Move the project to one without \" \\ | & : % \$ in its name."
		;;
	esac
	[ "$dry_run" = no ] || return 0
	for folder in "$units" "$(dirname "$settings")" "$(dirname "$app_dir")"; do
		mkdir -p "$folder" 2>/dev/null || true
		[ -w "$folder" ] || refuse "$folder cannot be written. Check who owns it: ls -ld $folder"
	done
	if [ "$mode" = user ] && [ ! -w "$source_dir" ]; then
		refuse "$source_dir cannot be written, and the app is built there. Make it yours: sudo chown -R $(id -un) $source_dir"
	fi
}

# A service that runs already has the port itself.
check_port() {
	[ -z "$destdir" ] || return 0
	if [ "$mode" = user ]; then flag=--user; else flag=--system; fi
	if systemctl "$flag" is-active --quiet walmart-agent.service; then return 0; fi
	host=$(setting HOST 127.0.0.1) port=$(setting PORT 3000)
	node -e '
		const server = require("net").createServer();
		server.once("error", () => process.exit(1));
		server.listen(Number(process.argv[1]), process.argv[2], () => server.close());
	' "$port" "$host" ||
		refuse "Port $port on $host cannot be had: another program has it, an \"npm start\" perhaps. Stop that, or write another PORT into $settings."
}

# ── Installing ───────────────────────────────────────────────────────────────────────────────────────────────────

# The app, built. The machine's own copy is made beside the old one, and takes its place when it is complete.
install_app() {
	if [ "$app_dir" = "$source_dir" ]; then
		(cd "$source_dir" && run npm run --silent build)
		return 0
	fi
	run rm -rf "$app_dir.new"
	run mkdir -p "$app_dir.new"
	say "Copying to $app_dir…"
	run copy_source "$app_dir.new"
	run npm --prefix "$app_dir.new" run --silent build
	run npm --prefix "$app_dir.new" prune --omit=dev --no-save --silent
	[ "$(id -u)" != 0 ] || run chown -R root:root "$app_dir.new"
	run chmod -R u=rwX,go=rX "$app_dir.new"
	run rm -rf "$app_dir.old"
	[ ! -d "$app_dir" ] || run mv "$app_dir" "$app_dir.old"
	run mv "$app_dir.new" "$app_dir"
}

# With the times of the files, by which the build knows that it is not old.
copy_source() {
	tar -C "$source_dir" --exclude=./.git --exclude=./data --exclude=./test-results -cf - . | tar -C "$1" -xf -
}

install_user() {
	[ "$mode" = system ] && [ -z "$destdir" ] || return 0
	id walmart-agent >/dev/null 2>&1 ||
		run useradd --system --user-group --home-dir /var/lib/walmart-agent --no-create-home --shell /usr/sbin/nologin walmart-agent
}

install_settings() {
	[ ! -e "$settings" ] || return 0
	is_first=yes
	run mkdir -p "$(dirname "$settings")"
	run install -m 600 "$source_dir/deploy/env.example" "$settings"
}

install_units() {
	run mkdir -p "$units"
	for name in $unit_names; do run write_unit "$unit_sources/$name" "$units/$name"; done
	for name in $timer_names; do run write_unit "$source_dir/deploy/$name" "$units/$name"; done
	if [ "$backup" = timer ]; then run write_drop_in; fi
	if [ "$backup" = server ]; then run rm -f "$drop_in"; fi
}

write_unit() {
	sed "s|%h/walmart-grocery-agent|$source_dir|g" "$1" >"$2.partial"
	chmod 644 "$2.partial"
	mv "$2.partial" "$2"
}

write_drop_in() {
	mkdir -p "$(dirname "$drop_in")"
	printf '# By deploy/install.sh --backup timer.\n[Service]\nEnvironment=BACKUP_AUTO=off\n' >"$drop_in"
}

start() {
	ctl daemon-reload
	ctl enable walmart-agent.service walmart-drill.timer
	[ "$mode" = user ] || ctl enable walmart-agent-alive.timer
	if [ "$backup" = timer ] || { [ "$backup" = keep ] && [ -e "$drop_in" ]; }; then
		ctl enable --now walmart-backup.timer
	else
		ctl disable --now walmart-backup.timer
	fi
	ctl restart walmart-agent.service || fail "It does not start. Why: $journal"
	ctl start walmart-drill.timer
	[ "$mode" = user ] || ctl start walmart-agent-alive.timer
}

# As the service finds it: by the settings alone.
check_answer() {
	if [ "$dry_run" = yes ] || [ -n "$destdir" ]; then return 0; fi
	cd "$app_dir"
	env -u MAINPID PATH="$app_dir/node_modules/.bin:$PATH" HOST="$(setting HOST 127.0.0.1)" PORT="$(setting PORT 3000)" \
		node scripts/answers.ts /readyz --within 60 || fail "It was started and is not ready. Why: $journal"
}

tell() {
	[ "$dry_run" = no ] || return 0
	if [ -n "$destdir" ]; then
		say "Put below $destdir. Nothing was started."
		return 0
	fi
	say "Walmart Grocery Agent runs at http://$(setting HOST 127.0.0.1):$(setting PORT 3000)"
	say "  settings  $settings, then: systemctl $([ "$mode" = system ] || printf -- '--user ')restart walmart-agent"
	say "  data      $(data_dir)"
	say "  log       $journal"
	if [ "$mode" = system ] && [ "$is_first" = yes ] && [ -e "$source_dir/data/grocery.db" ]; then
		say "The lists that \"npm start\" made are still in $source_dir/data; docs/operations.md says how to take them along."
	fi
	if [ "$mode" = user ] && [ "$(loginctl show-user "$(id -un)" --property=Linger --value 2>/dev/null)" != yes ]; then
		say "It ends when you log out. So that it starts with the machine: sudo loginctl enable-linger $(id -un)"
	fi
}

# ── Uninstalling ─────────────────────────────────────────────────────────────────────────────────────────────────

uninstall() {
	for name in walmart-agent.service walmart-agent-alive.timer walmart-home-ca.timer $timer_names; do
		[ ! -e "$units/$name" ] || ctl disable --now "$name"
	done
	for name in $unit_names $timer_names; do run rm -f "$units/$name"; done
	run rm -rf "$(dirname "$drop_in")"
	ctl daemon-reload
	[ "$app_dir" = "$source_dir" ] || run rm -rf "$app_dir" "$app_dir.old" "$app_dir.new"
	[ "$dry_run" = no ] || return 0
	say 'The service is gone. These were left, and are yours to remove:'
	say "  lists and backups  $(data_dir)"
	say "  settings           $(dirname "$settings")"
	[ "$mode" = user ] || say '  the account        walmart-agent'
}

check_rights
if [ "$action" = uninstall ]; then
	uninstall
	exit 0
fi
check_systemd
check_node
check_folders
check_port
install_app
install_user
install_settings
install_units
start
check_answer
tell
