import { createContext, useContext } from 'react';

const NonceContext = createContext('');
export const NonceProvider = NonceContext.Provider;
/** The nonce that this page's scripts must carry. */
export const useNonce = () => useContext(NonceContext);
