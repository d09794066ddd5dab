package publish

import (
	"errors"

	"golang.org/x/sys/unix"
)

// exchange swaps two folders by renamex_np(2), which APFS knows and HFS+ and
// network folders do not.
func exchange(a, b string) error {
	err := unix.RenamexNp(a, b, unix.RENAME_SWAP)
	if errors.Is(err, unix.EINVAL) || errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.ENOTSUP) {
		return errNoExchange
	}
	return err
}

// isMount reports whether a rename failed because one name is a mount point.
func isMount(err error) bool {
	return errors.Is(err, unix.EBUSY) || errors.Is(err, unix.EXDEV)
}
