package browser

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// preferences of a Firefox that speaks to nobody but the test.
const preferences = `user_pref("marionette.port", 0);
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.no_proxies_on", "");
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("app.update.disabledForTesting", true);
`

// firefoxTime is how long Firefox may take to start, and over one answer.
const firefoxTime = 2 * time.Minute

// firefox speaks the protocol that Firefox has for drivers, Marionette: a length,
// a colon and JSON, over TCP.
type firefox struct {
	conn net.Conn
	in   *bufio.Reader
	last int
}

// startFirefox starts Firefox with a profile of its own. A test fails without it.
func startFirefox(t *testing.T) *firefox {
	t.Helper()
	if testing.Short() {
		t.Skip("-short leaves the browser out")
	}
	program := ""
	for _, name := range []string{"firefox-esr", "firefox"} {
		if file, err := exec.LookPath(name); err == nil && program == "" {
			program = file
		}
	}
	if program == "" {
		t.Fatal("FIREFOX IS NOT INSTALLED, so it showed nothing. Install it (scripts/test does, on Debian), or run go test -short.")
	}
	profile := t.TempDir()
	if err := os.WriteFile(filepath.Join(profile, "user.js"), []byte(preferences), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "--headless", "--no-remote", "--profile", profile, "--marionette", "--remote-allow-system-access")
	cmd.Env = append(os.Environ(), "HOME="+profile, "MOZ_CRASHREPORTER_DISABLE=1")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	f := &firefox{}
	t.Cleanup(func() {
		f.quit()
		cmd.Process.Kill()
		cmd.Wait()
	})
	if err := f.connect(filepath.Join(profile, "MarionetteActivePort")); err != nil {
		t.Fatal(err)
	}
	return f
}

// connect waits until Firefox says where it listens, and opens a session.
func (f *firefox) connect(portFile string) error {
	deadline := time.Now().Add(firefoxTime)
	for time.Now().Before(deadline) && f.conn == nil {
		time.Sleep(settle)
		b, err := os.ReadFile(portFile)
		if err != nil || len(b) == 0 {
			continue
		}
		if f.conn, err = net.Dial("tcp", "127.0.0.1:"+strings.TrimSpace(string(b))); err != nil {
			return err
		}
	}
	if f.conn == nil {
		return errors.New("firefox did not say where it listens")
	}
	f.in = bufio.NewReader(f.conn)
	f.conn.SetDeadline(time.Now().Add(firefoxTime))
	if _, err := f.receive(); err != nil { // it names itself
		return err
	}
	return f.do("WebDriver:NewSession", nil, nil)
}

// receive reads one message.
func (f *firefox) receive() ([]byte, error) {
	length, err := f.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.Atoi(strings.TrimSuffix(length, ":"))
	if err != nil {
		return nil, err
	}
	b := make([]byte, n)
	_, err = io.ReadFull(f.in, b)
	return b, err
}

// do gives Firefox a command and waits for its answer, of which it takes the value
// into out unless that is nil.
func (f *firefox) do(command string, params map[string]any, out any) error {
	if params == nil {
		params = map[string]any{}
	}
	f.last++
	b, err := json.Marshal([]any{0, f.last, command, params})
	if err != nil {
		return err
	}
	f.conn.SetDeadline(time.Now().Add(firefoxTime))
	if _, err := fmt.Fprintf(f.conn, "%d:%s", len(b), b); err != nil {
		return err
	}
	if b, err = f.receive(); err != nil {
		return err
	}
	var answer [4]json.RawMessage // 1, the command's number, error, result
	if err := json.Unmarshal(b, &answer); err != nil {
		return err
	}
	if string(answer[2]) != "null" {
		return fmt.Errorf("%s: %.500s", command, answer[2])
	}
	if out == nil {
		return nil
	}
	var result struct{ Value json.RawMessage }
	if err := json.Unmarshal(answer[3], &result); err != nil {
		return err
	}
	return json.Unmarshal(result.Value, out)
}

// run runs a script in the page, or in Firefox itself.
func (f *firefox) run(where, script string, out any) error {
	if err := f.do("Marionette:SetContext", map[string]any{"value": where}, nil); err != nil {
		return err
	}
	err := f.do("WebDriver:ExecuteScript", map[string]any{"script": script, "args": []any{}}, out)
	return errors.Join(err, f.do("Marionette:SetContext", map[string]any{"value": "content"}, nil))
}

func (f *firefox) quit() {
	if f.conn != nil {
		f.do("Marionette:Quit", map[string]any{"flags": []string{"eForceQuit"}}, nil)
		f.conn.Close()
	}
}
