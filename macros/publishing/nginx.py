"""The settings of nginx for a web root: what its `server` block includes."""

from pathlib import Path

NGINX = "nginx.conf"
POLICY = "csp.txt"
"""File of the site with the content security policy of all its pages, as a header."""

HEADERS = (
    'add_header X-Content-Type-Options "nosniff" always;',
    'add_header X-Frame-Options "SAMEORIGIN" always;',
    'add_header Referrer-Policy "same-origin" always;',
    'add_header Cross-Origin-Opener-Policy "same-origin" always;',
    'add_header Permissions-Policy "camera=(), geolocation=(), microphone=()" always;',
)

SETTINGS = """\
# 由 handbook publish 写出，每次发布、退回时更新，不要改。
# 用法：在网站的 server {{ … }} 里写一行  include "{root}/nginx.conf";
# 改动以后：nginx -t && nginx -s reload

root "{root}/current";
index index.html;
autoindex off;
server_tokens off;
charset utf-8;
charset_types text/css text/plain text/xml application/javascript application/json;

gzip on;
gzip_vary on;
gzip_min_length 1024;
gzip_types text/css text/plain text/xml application/javascript application/json image/svg+xml;

error_page 404 /404.html;

{headers}

# 网页、数据和印本：每次都问有没有新的，没有变就不重传。
location / {{
    expires -1;
}}

# 名称里带校验码的文件：内容不会变，可以一直留着。发布前打开的网页还要上一版的。
location ~ "\\.[0-9a-f]{{8}}\\.min\\.(?:css|js)(?:\\.map)?$" {{
    root "{root}";
    try_files /current$uri /previous$uri =404;
    {headers}
    add_header Cache-Control "public, max-age=31536000, immutable";
}}

location ~ /\\. {{
    return 404;
}}
"""
"""Not a word of it fits only one server: the port and the name stay with whoever runs it."""


def web_server_settings(root: Path, release: Path) -> str:
    """Return the settings for a web root while it serves a release."""
    policy = release / POLICY
    headers = list(HEADERS)
    if policy.is_file():
        name, _, value = policy.read_text("utf-8").strip().partition(": ")
        headers.insert(0, f'add_header {name} "{value}" always;')
    return SETTINGS.format(root=root, headers="\n".join(headers))
