"""What the server is started with: a small machine that it shares with the web process."""

from pathlib import Path

PORT = 5432  # only a part of the socket's name: the server listens on no network

# Documented in the PostgreSQL 18 manual, chapters 19.3-19.12.
SMALL_MACHINE = {
    "shared_buffers": "64MB",  # all data of one association; the system caches the rest
    "work_mem": "8MB",  # sorts 20 000 persons in memory; times forty connections still fits
    "maintenance_work_mem": "64MB",  # builds an index over a million rows without stopping others
    "effective_cache_size": "512MB",  # what the system caches on a machine with 2 GB
    "max_connections": "60",  # two web processes with their pools, a worker, an administrator
    "max_wal_size": "256MB",  # a small disk; the default takes 1 GB after one large import
    "wal_level": "minimal",  # no replica follows the embedded server
    "max_wal_senders": "0",  # the same
    "max_logical_replication_workers": "0",  # the same: one process less
    "io_method": "sync",  # three processes less; the data are in memory
    "jit": "off",  # the questions are short
}

SAFE = {
    "listen_addresses": "",  # a socket in a closed folder, no port on any network
    "unix_socket_permissions": "0700",
    "password_encryption": "scram-sha-256",
    "log_min_error_statement": "panic",  # the text of a statement may hold personal data
    "log_error_verbosity": "terse",  # so may the values in DETAIL
}

QUIET = {
    "log_min_messages": "warning",
    "log_checkpoints": "off",
    "cluster_name": "stegvis",  # how the processes show in a list
    "timezone": "UTC",
    "log_timezone": "UTC",
}

# Tests only: a machine that stops leaves a broken cluster.
NOT_DURABLE = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def arguments(socket_directory: Path, *, durable: bool) -> list[str]:
    """`-c name=value` for each setting; a folder is quoted as its list of folders wants it."""
    quoted = str(socket_directory).replace('"', '""')
    settings = {
        **SMALL_MACHINE,
        **SAFE,
        **QUIET,
        **({} if durable else NOT_DURABLE),
        "port": str(PORT),
        "unix_socket_directories": f'"{quoted}"',
    }
    return [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
