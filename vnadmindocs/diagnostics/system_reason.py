"""Why the system refused a file, in the words of both languages."""

from __future__ import annotations

import errno

from vnadmindocs.diagnostics.model import Text

_REASONS = {
    errno.EACCES: Text(vi="không có quyền", en="no permission"),
    errno.EPERM: Text(vi="hệ thống không cho phép", en="the system does not allow it"),
    errno.ENOENT: Text(vi="không có thư mục này", en="there is no such folder"),
    errno.ENOTDIR: Text(
        vi="một phần của đường dẫn không phải là thư mục", en="part of the path is no folder"
    ),
    errno.EEXIST: Text(
        vi="chỗ của thư mục đã có một tệp", en="a file stands where the folder should be"
    ),
    errno.EISDIR: Text(vi="đó là một thư mục", en="it is a folder"),
    errno.ENOSPC: Text(vi="ổ đĩa đã đầy", en="the disk is full"),
    errno.EROFS: Text(vi="ổ đĩa chỉ cho đọc", en="the disk is read-only"),
    errno.ENAMETOOLONG: Text(vi="tên quá dài", en="the name is too long"),
    errno.EBUSY: Text(vi="tệp đang được dùng", en="the file is in use"),
    errno.EIO: Text(vi="ổ đĩa bị lỗi", en="the disk has a fault"),
}


def system_reason(error: OSError) -> Text:
    """Say why the system refused a file; rare reasons stay in the system's own English."""
    found = _REASONS.get(error.errno or 0)
    if found:
        return found
    words = error.strerror or type(error).__name__
    return Text(vi=words, en=words)
