import { groupSchema } from './scim-groups.ts';
import { userSchema } from './scim-user.ts';

const core = 'urn:ietf:params:scim:schemas:core:2.0';

/** What a directory may expect (RFC 7643, 5). */
export const providerConfig = {
  schemas: [`${core}:ServiceProviderConfig`],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: false },
  authenticationSchemes: [
    {
      ...{ type: 'oauthbearertoken', name: 'Bearer token', primary: true },
      description: 'The token that the operator of this service has set.',
    },
  ],
};

const resource = (name: string, endpoint: string, schema: string) => ({
  ...{ schemas: [`${core}:ResourceType`], id: name, name, endpoint, schema },
});

export const resourceTypes = [
  resource('User', '/Users', userSchema),
  resource('Group', '/Groups', groupSchema),
];

const attribute = (name: string, more: object = {}) => ({
  ...{ name, type: 'string', multiValued: false, required: false, caseExact: false },
  ...{ mutability: 'readWrite', returned: 'default', uniqueness: 'none' },
  ...more,
});
const several = (name: string, more: object = {}) =>
  attribute(name, {
    ...{ type: 'complex', multiValued: true, subAttributes: [attribute('value'), attribute('display')] },
    ...more,
  });

/** The attributes that are kept here, and no others. */
export const schemas = [
  {
    ...{ schemas: [`${core}:Schema`], id: userSchema, name: 'User' },
    attributes: [
      attribute('userName', { required: true, uniqueness: 'server' }),
      attribute('externalId', { caseExact: true, uniqueness: 'server' }),
      attribute('displayName'),
      attribute('active', { type: 'boolean' }),
      several('roles'),
      several('groups', { mutability: 'readOnly' }),
    ],
  },
  {
    ...{ schemas: [`${core}:Schema`], id: groupSchema, name: 'Group' },
    attributes: [attribute('displayName', { required: true, uniqueness: 'server' }), several('members')],
  },
];
