// UUIDs of version 5, against those that other programs make of the same names.
#include "base/uuid.h"
#include "test/tap.h"

#define DNS "6ba7b810-9dad-11d1-80b4-00c04fd430c8"

static void same(const char *space, const char *name, const char *want)
{
	char got[UUID_TEXT + 1];
	uuid_of(space, name, got);
	is_text(got, want, "%s of %zu bytes", want, strlen(name));
	ok(uuid_is(slice_of(got)), "it is one");
}

int main(void)
{
	same(DNS, "python.org", "886313e1-3b8a-5372-9b90-0c9aee199e5d");
	same(DNS, "", "4ebd0208-8328-5d69-8c44-ec50939c0967");
	same(DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "5824f981-4282-59d4-9716-acb6d741350e");
	same(DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "39f39c20-db47-5131-8879-62f8f67f9014");
	same(DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "660c273c-8a00-5941-b6f4-8d0afed88966");
	same(DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "7280cc42-274a-5c4a-91fc-ae23f853eeb7");
	same(DNS, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "ab36061e-9983-59b3-a171-f60bda1e5897");
	char thousand[1001] = { 0 };
	memset(thousand, 'a', 1000);
	same("6BA7B810-9dad-11d1-80b4-00c04fd430c8", thousand, "062a6b1a-ddc3-5fcc-b238-790846e533d6");
	ok(!uuid_is(slice_of("6ba7b810-9dad-11d1-80b4-00c04fd430c")), "too short");
	ok(!uuid_is(slice_of("6ba7b810-9dad-11d1-80b4-00c04fd430cg")), "no digit");
	ok(!uuid_is(slice_of("6ba7b8109dad-11d1-80b4-00c04fd430c8-")), "a dash elsewhere");
	ok(uuid_is(slice_of("6BA7B810-9DAD-11D1-80B4-00C04FD430C8")), "upper case is one");
	return done();
}
