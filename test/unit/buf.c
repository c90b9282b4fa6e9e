#include "base/buf.h"
#include "test/tap.h"

int main(void)
{
	struct arena a = { 0 };
	struct buf b = buf_in(&a);
	is_text(buf_str(&b), "", "nothing was written");
	buf_text(&b, "a");
	buf_char(&b, '-');
	buf_slice(&b, (struct slice){ "bcd", 2 });
	buf_printf(&b, "%d%s", 7, "!");
	buf_printf(&b, "%s", "");
	is_text(buf_str(&b), "a-bc7!", "bytes follow each other, NUL behind them");
	is_int(b.n, 6, "and are counted");

	struct buf long_one = buf_in(&a);
	for (int i = 0; i < 100000; i++)
		buf_printf(&long_one, "%d,", i % 10);
	size_t wrong = 0;
	for (size_t i = 0; i < long_one.n; i++)
		wrong += long_one.at[i] != (i % 2 ? ',' : (char)('0' + i / 2 % 10));
	ok(long_one.n == 200000 && !wrong, "a buffer grows and keeps what it holds");

	struct buf n = buf_in(&a);
	buf_u32(&n, 0x01020384u);
	buf_u64(&n, 0xff01020304050607u);
	ok(n.n == 12 && !memcmp(n.at, "\x84\x03\x02\x01\x07\x06\x05\x04\x03\x02\x01\xff", 12), "least byte first");
	arena_free(&a);
	return done();
}
