package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders by renameat2(2), which needs Linux 3.15 and a file
// system that knows it; ext4, xfs, btrfs, tmpfs and overlayfs do.
func exchange(a, b string) error {
	err := unix.Renameat2(unix.AT_FDCWD, a, unix.AT_FDCWD, b, unix.RENAME_EXCHANGE)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return errNoExchange
	}
	return err
}

// isMount reports whether a rename failed because one name is a mount point.
func isMount(err error) bool {
	return errors.Is(err, unix.EBUSY) || errors.Is(err, unix.EXDEV)
}
