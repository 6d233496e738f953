import{a as t,j as e,l as s,o as a,w as n}from"./settings.js";import{E as i,J as o,W as l,ca as d,r as m,u as r}from"./app.js";function g({me:g,call:c,changed:k,say:u,failed:_,ask:p}){let $=g.rights.includes("agents"),v=a(async()=>{let[t,e]=await Promise.all([c("GET","/tokens"),$?c("GET","/agents?limit=200"):{items:[]}]),s=new Map(e.items.map(t=>[t.id,t.name]));return t.items.filter(t=>!t.revoked_at).map(t=>({...t,agent:t.agent_id===g.agent.id?null:s.get(t.agent_id)??t.agent_id}))},k),b={name:"",busy:!1},f={made:null},{create:h,revoke:y}=function({draft:t,ask:e,call:s,at:a,loaded:i,failed:l,changed:d,say:m}){return{create:async o=>{if(o.preventDefault(),!t.busy&&t.name.trim()){t.busy=!0;try{let o=t.name.trim(),l=await n(e,t=>s("POST","/tokens",{name:o,...t}));l&&(a.made=l,t.name="",await i.load())}catch(t){l(t)}t.busy=!1,d()}},revoke:async t=>{if(await e({title:o("settings_tokens.revoke_ask",{name:t.name}),text:o("settings_tokens.revoke_means"),confirm:o("settings_tokens.revoke")})){try{await s("DELETE",`/tokens/${t.id}`,{}),m(o("settings_tokens.revoked",{name:t.name}))}catch(t){l(t)}await i.load()}}}}({draft:b,ask:p,call:c,at:f,loaded:v,failed:_,changed:k,say:u});return{start:v.load,body:()=>m`${e(o("settings_tokens.new"),m`<form class="set-stack" @submit=${h}>
<div class="set-field">
<div class="set-label"><label for="token-name">${o("settings_tokens.name")}</label></div>
<div class="set-box">
<input
id="token-name"
class="input"
autocomplete="off"
maxlength=${80}
.value=${i(b.name)}
@input=${t=>{b.name=t.target.value,k()}}
/><button class="button primary" type="submit" ?disabled=${!b.name.trim()} aria-busy=${b.busy}>${o("settings_tokens.make")}</button>
</div>
<p class="field-hint">${o("settings_tokens.name_hint")}</p>
</div>
</form>
${f.made?m`<div class="once" role="status">
<strong>${o("settings_tokens.made",{name:f.made.name})}</strong>
${s(f.made.token,void 0,o("settings_tokens.made",{name:f.made.name}))}
<p class="field-hint">${o("settings_tokens.once")}</p>
</div>`:r}`,m`${o("settings_tokens.intro")} <a href="/docs">${o("settings_tokens.docs")}</a>`)}
${v.view(s=>e(o("settings_tokens.list"),0===s.length?m`<p class="nothing-yet">${o("settings_tokens.none")}</p>`:m`<ul class="things">
${s.map(e=>m`<li class="thing">
<span class="thing-mark">${t("code")}</span>
<div class="thing-what">
<span class="thing-name">${e.name}${e.agent?m`<span class="chip">${e.agent}</span>`:r}</span>
<span class="thing-about"
>${[e.last_used_at?o("settings_tokens.used",{time:l(e.last_used_at,Date.now())}):o("settings_tokens.unused"),o("settings_tokens.since",{time:d(e.created_at)}),o(Date.parse(e.expires_at)>Date.now()?"settings_tokens.until":"settings_tokens.ended",{time:d(e.expires_at)})].join(" · ")}</span
>
</div>
<div class="thing-does">
<button type="button" class="button" aria-label=${o("settings_tokens.revoke_one",{name:e.name})} @click=${()=>y(e)}>${o("settings_tokens.revoke")}</button>
</div>
</li>`)}
</ul>`,o($?"settings_tokens.list_all":"settings_tokens.list_own")))}`}}export{g as tokensPage};
