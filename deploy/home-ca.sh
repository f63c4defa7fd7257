#!/bin/sh
# HTTPS at home: a certificate authority of your own, and a certificate by it for this machine. See --help, and
# docs/https-at-home.md for the whole recipe.
set -eu
umask 077

usage() {
	cat <<'END'
deploy/home-ca.sh [--dir FOLDER] [NAME OR ADDRESS…]

Makes what is missing or soon over, and may be run as often as you like:
  ca.pem        the authority, for every phone; ten years
  ca.key        its key; whoever has it can pretend to be any machine in your home, and no other
  server.pem    the certificate for this machine under all its names and addresses; 396 days, new when 60 are left
  server.key    its key
  server.names  what it is for

Without names it takes those of the last time, or else what this machine is called in its network.
FOLDER is /etc/walmart-agent/tls for root, and ~/.config/walmart-agent/tls for everybody else.
END
}

fail() {
	printf '%s\n' "$*" >&2
	exit 1
}

CA_DAYS=3650
# Apple and the browsers take no server certificate that is good for longer than 398 days.
SERVER_DAYS=396
RENEW_SECONDS=$((60 * 24 * 3600))
# Names and addresses that exist in homes only. The authority can sign for these, and for the names it was made with.
HOME_NAMES='lan local home.arpa internal'
HOME_ADDRESSES='10.0.0.0/255.0.0.0 172.16.0.0/255.240.0.0 192.168.0.0/255.255.0.0 127.0.0.0/255.0.0.0
	fd00::/ff00:: ::1/ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'

if [ "$(id -u)" = 0 ]; then dir=/etc/walmart-agent/tls; else dir=${XDG_CONFIG_HOME:-$HOME/.config}/walmart-agent/tls; fi
while [ $# -gt 0 ]; do
	case $1 in
	--dir)
		[ $# -gt 1 ] || fail '--dir takes a folder.'
		dir=$2
		shift 2
		;;
	--help | -h)
		usage
		exit 0
		;;
	-*)
		usage >&2
		exit 2
		;;
	*) break ;;
	esac
done
command -v openssl >/dev/null || fail 'openssl is missing. Install it, such as: sudo apt-get install openssl'
mkdir -p "$dir" || fail "$dir cannot be made. Choose another folder with --dir."
cd "$dir"
chmod 755 .

is_address() {
	case $1 in
	*:*) return 0 ;;
	*[!0-9.]*) return 1 ;;
	*.*.*.*) return 0 ;;
	*) return 1 ;;
	esac
}

check_names() {
	for name in "$@"; do
		is_address "$name" && continue
		case $name in
		*[!A-Za-z0-9.-]* | '' | [.-]* | *[.-]) fail "\"$name\" is neither a host name nor an address." ;;
		esac
	done
}

# As a certificate has them, one a line: `DNS:groceries.lan`, `IP:192.168.1.20`.
names_of() {
	for name in "$@"; do
		if is_address "$name"; then echo "IP:$name"; else echo "DNS:$(echo "$name" | tr '[:upper:]' '[:lower:]')"; fi
	done | sort -u
}

own_names() {
	host=$(hostname)
	names_of "$host.lan" "$host.local" localhost 127.0.0.1
	for address in $(hostname -I 2>/dev/null); do
		case $address in
		10.* | 192.168.* | 172.1[6-9].* | 172.2[0-9].* | 172.3[01].* | fd*) names_of "$address" ;;
		esac
	done
}

make_authority() {
	limits=''
	for name in $HOME_NAMES; do limits="$limits,permitted;DNS:$name"; done
	for name in $(printf '%s\n' "$1" | sed -n 's/^DNS://p'); do limits="$limits,permitted;DNS:$name"; done
	for range in $HOME_ADDRESSES; do limits="$limits,permitted;IP:$range"; done
	openssl genpkey -quiet -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key.partial 2>/dev/null ||
		openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ca.key.partial
	openssl req -x509 -new -key ca.key.partial -sha256 -days "$CA_DAYS" -out ca.pem.partial \
		-subj "/CN=Groceries at home ($(hostname), $(date +%Y-%m-%d))" \
		-addext 'basicConstraints=critical,CA:TRUE,pathlen:0' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
		-addext "nameConstraints=critical$limits"
	chmod 644 ca.pem.partial
	mv ca.key.partial ca.key
	mv ca.pem.partial ca.pem
	rm -f server.pem
	echo "Made an authority: $dir/ca.pem"
}

make_certificate() {
	openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out server.key.partial 2>/dev/null
	cat >server.cnf.partial <<END
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature
extendedKeyUsage=serverAuth
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
subjectAltName=$(printf '%s' "$1" | tr '\n' ',')
END
	openssl req -new -key server.key.partial -subj '/O=Groceries at home' |
		openssl x509 -req -CA ca.pem -CAkey ca.key -set_serial "0x$(openssl rand -hex 16)" -sha256 \
			-days "$SERVER_DAYS" -extfile server.cnf.partial -out server.pem.partial 2>said.partial ||
		fail "$(cat said.partial)"
	rm said.partial server.cnf.partial
	if ! openssl verify -CAfile ca.pem server.pem.partial >/dev/null 2>&1; then
		rm -f server.*.partial
		fail "The authority in $dir was not made for one of these names: $(printf '%s' "$1" | tr '\n' ' ')
Use a name that ends in .lan, .local, .home.arpa or .internal, or remove $dir/ca.pem and install the next one on every phone anew."
	fi
	chmod 644 server.pem.partial
	mv server.key.partial server.key
	mv server.pem.partial server.pem
	printf '%s\n' "$1" >server.names
	echo "Made a certificate: $dir/server.pem"
}

if [ $# -gt 0 ]; then
	check_names "$@"
	names=$(names_of "$@")
elif [ -e server.names ]; then
	names=$(cat server.names)
else
	names=$(own_names)
fi
if [ ! -e ca.pem ] || [ ! -e ca.key ]; then make_authority "$names"; fi
if [ ! -e server.pem ] || [ "$(cat server.names)" != "$names" ] ||
	! openssl x509 -in server.pem -noout -checkend "$RENEW_SECONDS" >/dev/null; then
	make_certificate "$names"
else
	echo "The certificate is still good: $dir/server.pem"
fi

openssl x509 -in server.pem -noout -enddate | sed 's/notAfter=/  until       /'
printf '%s\n' "$names" | sed 's/^[A-Z]*:/  for         /'
openssl x509 -in ca.pem -noout -fingerprint -sha256 | sed 's/.*=/  authority   SHA-256 /'
outside=$(printf '%s\n' "$names" | sed 's/^[A-Z]*://; /^localhost$/d; /^127\./d' | head -n 1)
cat <<END

Once on every phone and computer: open http://${outside:-localhost}/home-ca.crt (nginx serves it), or send
ca.pem there by a way you trust. Compare the SHA-256 above where it is shown.

  iPhone, iPad   open it in Safari, allow the download; Settings > General > VPN & Device Management > install the profile;
                 then Settings > General > About > Certificate Trust Settings > switch it on
  Android        Settings > Security & privacy > More > Encryption & credentials > Install a certificate > CA certificate
  Windows        double-click > Install Certificate > Local Machine > Trusted Root Certification Authorities
  macOS          double-click, add it to the keychain "System"; open it there > Trust > Always Trust
  Linux          Debian: copy it to /usr/local/share/ca-certificates/home-ca.crt, then sudo update-ca-certificates;
                 Chromium: Settings > Privacy and security > Security > Manage certificates > Authorities > Import
  Firefox        on computers: Settings > Privacy & Security > View Certificates > Authorities > Import;
                 on Android: Settings > About Firefox > tap the logo five times; back > Secret Settings > Use third party CA
END
