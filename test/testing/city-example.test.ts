// The example project runs here against the sources, by the names under which users import them; test/package/testing.test.ts
// runs it as installed.
import '../../examples/city-tests/setup.ts'
import '../../examples/city-tests/city.test.ts'
