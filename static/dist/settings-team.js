import{a,f as e,k as t,m as s,n as i,p as n,v as l}from"./settings.js";import{D as m,I as o,P as r,Z as c,ba as g,fa as d,q as u,t as _,va as v}from"./app.js";var b={name_taken:"settings_team.reason_taken",reason_limit:"settings_team.reason_limit"};function $({call:a,changed:e,say:s,failed:i}){let l=n(async()=>(await a("GET","/availability-reasons")).items,e),r={name:""},g=async a=>{try{return await a(),!0}catch(a){let e=b[a.code];return e?s(o(e),{bad:!0}):i(a),!1}finally{await l.load()}},d=async t=>{t.preventDefault();let s=r.name.trim();s&&await g(()=>a("POST","/availability-reasons",{name:s}))&&(r.name=""),e()},_=t=>{let s=c(t);return u`<li class="thing">
<div class="thing-what">
<input
class="input"
maxlength=${40}
aria-label=${o("settings_team.reason_name",{name:s})}
.value=${m(s)}
@change=${i=>{let n=i.target.value.trim();n&&n!==s?g(()=>a("PATCH",`/availability-reasons/${t.id}`,{name:n})):e()}}
/>
</div>
<div class="thing-does">
<button type="button" class="button quiet" aria-label=${o("settings_team.reason_remove",{name:s})} @click=${()=>g(()=>a("DELETE",`/availability-reasons/${t.id}`,{}))}>
${o("settings_team.remove")}
</button>
</div>
</li>`};return{load:l.load,view:()=>t(o("settings_team.reasons"),u`${l.view(a=>u`<ul class="things" id="away-reasons">${a.map(_)}</ul>`)}
<form class="set-actions" novalidate @submit=${d}>
<input
id="reason-new"
class="input"
maxlength=${40}
aria-label=${o("settings_team.reason_new")}
placeholder=${o("settings_team.reason_new")}
.value=${m(r.name)}
@input=${a=>Object.assign(r,{name:a.target.value})}
/>
<button class="button" type="submit">${o("settings_team.reason_add")}</button>
</form>`,o("settings_team.reasons_intro"))}}function p({me:b,call:p,changed:w,say:h,failed:y,ask:f,onSeen:k}){let O=n(async()=>{let[a,e]=await Promise.all([p("GET","/agents?limit=200"),p("GET","/agents/invitations")]);return{agents:a.items,invitations:e.items}},w);k(({id:a,online:e,availability:t,presence:s})=>{let i=O.value?.agents.find(e=>e.id===a);i&&(Object.assign(i,{online:e,availability:t??i.availability,presence:s??i.presence}),w())});let j="owner"===b.agent.role,E={email:"",name:"",role:"agent",wrong:"",busy:!1},T={made:null},x=(j?["owner","admin","agent"]:["admin","agent"]).map(a=>({value:a,label:o(`settings_team.role_${a}`)})),{change:P,disable:D,takeBack:q,invite:B}=function({say:a,failed:e,ask:t,call:s,loaded:n,draft:m,at:r,changed:c}){let g=t=>{let s={seat_limit:"settings_team.no_seat",last_owner:"settings_team.last_owner",email_taken:"settings_team.email_taken"}[t.code];s?a(o(s),{bad:!0}):e(t)},d=async(e,i,m)=>{try{let n=await l(t,a=>s("PATCH",`/agents/${e.id}`,{...i,...a}));n&&(Object.assign(e,n),a(m))}catch(a){g(a)}await n.load()};return{change:d,disable:async a=>{await t({title:o("settings_team.disable_ask",{name:a.name}),text:o("settings_team.disable_means"),confirm:o("settings_team.disable")})&&await d(a,{active:!1},o("settings_team.is_disabled",{name:a.name}))},takeBack:async t=>{try{await s("DELETE",`/agents/invitations/${t.id}`,{}),r.made?.id===t.id&&(r.made=null),a(o("settings_team.taken_back",{email:t.email}))}catch(a){e(a)}await n.load()},invite:async a=>{if(a.preventDefault(),!m.busy){if(m.wrong=i(m.email.trim())?"":"settings_team.email_odd",!m.wrong){m.busy=!0;try{let a={email:m.email.trim(),name:m.name.trim(),role:m.role},e=await l(t,e=>s("POST","/agents/invitations",{...a,...e}));e&&(r.made=e,Object.assign(m,{email:"",name:"",role:"agent"}),await n.load())}catch(a){g(a)}m.busy=!1}c()}}}}({say:h,failed:y,ask:f,call:p,loaded:O,draft:E,at:T,changed:w}),{row:G,invited:S}=function({me:t,isOwner:s,roles:i,change:n,disable:l,takeBack:m}){return{row:a=>{let m=a.id===t.agent.id,g=!m&&(s||"owner"!==a.role),d=m?t.agent.availability:v(a);return u`<li class="thing ${a.active?"":"off"}" data-agent=${a.email}>
${r(a)}
<div class="thing-what">
<span class="thing-name"
>${a.name}${m?u`<span class="chip">${o("common.you")}</span>`:_}${a.active?_:u`<span class="chip">${o("settings_team.disabled")}</span>`}</span
>
<span class="thing-about"
>${a.email} ·
${a.active?"away"===d&&(({presence:a})=>a?.reason&&c({id:a.reason,name:null}))(a)||o(`agent.state_${d}`):o("settings_team.no_access")}</span
>
</div>
<div class="thing-does">
${g&&a.active?u`${e(`role-${a.id}`,i,a.role,e=>n(a,{role:e},o("settings_team.role_changed",{name:a.name,role:o(`settings_team.role_${e}`)})),o("settings_team.role_of",{name:a.name}))}
<button type="button" class="button quiet" @click=${()=>l(a)}>${o("settings_team.disable")}</button>`:u`<span class="thing-about">${o(`settings_team.role_${a.role}`)}</span>${g?u`<button type="button" class="button" @click=${()=>n(a,{active:!0},o("settings_team.is_enabled",{name:a.name}))}>
${o("settings_team.enable")}
</button>`:_}`}
</div>
</li>`},invited:e=>0===e.length?_:u`<ul class="things">
${e.map(e=>u`<li class="thing">
<span class="thing-mark">${a("user")}</span>
<div class="thing-what">
<span class="thing-name">${e.name||e.email}<span class="chip">${o("settings_team.invited")}</span></span>
<span class="thing-about" title=${d(e.expires_at)}
>${e.name?`${e.email} · `:""}${o(`settings_team.role_${e.role}`)} ·
${o("settings_team.until",{time:g(e.expires_at,Date.now())})}</span
>
</div>
<div class="thing-does">
<button type="button" class="button quiet" @click=${()=>m(e)}>${o("settings_team.take_back")}</button>
</div>
</li>`)}
</ul>`}}({me:b,isOwner:j,roles:x,change:P,disable:D,takeBack:q}),A=$({call:p,changed:w,say:h,failed:y});return{start:()=>{O.load(),A.load()},body:()=>O.view(({agents:a,invitations:i})=>{let n=a.filter(a=>a.active).length,l=b.seats.allowed;return u`${t(o("settings_team.seats",{used:n,allowed:l}),u`<progress class="seats" max=${l} value=${n} aria-label=${o("settings_team.seats_name")}></progress>`,o("settings_team.seats_intro"))}
${t(o("settings_team.members"),u`<ul class="things">${a.map(G)}</ul>`,o("settings_team.roles_intro"))}
${t(o("settings_team.invite"),u`<form class="set-stack" novalidate @submit=${B}>
<div class="set-columns">
<div class="set-field">
<div class="set-label"><label for="invite-email">${o("settings_team.email")}</label></div>
<input
id="invite-email"
class="input"
type="email"
inputmode="email"
autocomplete="off"
aria-invalid=${E.wrong?"true":_}
aria-describedby="invite-wrong"
.value=${m(E.email)}
@input=${a=>Object.assign(E,{email:a.target.value,wrong:""})}
/>
<p class="field-error" id="invite-wrong" role="alert">${E.wrong?o(E.wrong):""}</p>
</div>
<div class="set-field">
<div class="set-label"><label for="invite-name">${o("settings_team.name")}</label></div>
<input
id="invite-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${m(E.name)}
@input=${a=>Object.assign(E,{name:a.target.value})}
/>
</div>
</div>
<div class="set-actions">
${e("invite-role",x.filter(a=>"owner"!==a.value),E.role,a=>Object.assign(E,{role:a}),o("settings_team.role"))}
<button class="button primary" type="submit" aria-busy=${E.busy}>${o("settings_team.make_link")}</button>
</div>
</form>
${T.made?u`<div class="once" role="status">
<strong>${o("settings_team.link_for",{email:T.made.email})}</strong>
${s(T.made.url,void 0,o("settings_team.link_for",{email:T.made.email}))}
<p class="field-hint">${o("settings_team.link_once")}</p>
</div>`:_}
${S(i)}`,o("settings_team.invite_intro"))}
${A.view()}`})}}export{p as teamPage};
