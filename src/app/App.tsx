export const App = () => <h1>Unrolled</h1>;
